using Camunda.ExternalTask.Testing.Processes;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>A deployed version of a process.</summary>
internal sealed record ProcessDefinition
{
    public required string Id { get; init; }

    public required string Key { get; init; }

    public required int Version { get; init; }

    public required string Resource { get; init; }

    public required string DeploymentId { get; init; }

    public string? TenantId { get; init; }

    public required ProcessGraph Graph { get; init; }

    public string? Name => Graph.Process.Name;

    public string? VersionTag => Graph.Process.VersionTag?.Value;

    /// <summary>In days; null if the model does not set it.</summary>
    public int? HistoryTimeToLive => Graph.HistoryTimeToLive;
}
