namespace Camunda.ExternalTask.Testing.State;

internal sealed record Deployment(string Id, string? Name, DateTimeOffset Time, string? TenantId, IReadOnlyDictionary<string, string> Resources)
{
    public List<ProcessDefinition> Definitions { get; } = [];

    /// <summary>Whether a deployment of the same name and tenant brings nothing new.</summary>
    public bool IsSameAs(string? name, string? tenantId, IReadOnlyDictionary<string, string> resources) =>
        Name == name
        && TenantId == tenantId
        && Resources.Count == resources.Count
        && resources.All(resource => Resources.TryGetValue(resource.Key, out var text) && text == resource.Value);
}
