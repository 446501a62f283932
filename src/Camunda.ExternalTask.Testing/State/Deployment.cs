namespace Camunda.ExternalTask.Testing.State;

/// <summary>Models that were deployed together, and the process definitions that they contain.</summary>
internal sealed record Deployment(
    string Id,
    string? Name,
    DateTimeOffset Time,
    string? TenantId,
    IReadOnlyDictionary<string, string> Resources)
{
    public List<ProcessDefinition> Definitions { get; } = [];

    /// <summary>Tells whether a deployment with these arguments would contain the same resources for the same name and tenant.</summary>
    public bool IsSameAs(string? name, string? tenantId, IReadOnlyDictionary<string, string> resources) =>
        Name == name
        && TenantId == tenantId
        && Resources.Count == resources.Count
        && resources.All(resource => Resources.TryGetValue(resource.Key, out var text) && text == resource.Value);
}
