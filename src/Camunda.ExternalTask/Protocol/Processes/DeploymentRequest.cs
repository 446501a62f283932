namespace Camunda.ExternalTask;

/// <summary>What to deploy.</summary>
/// <param name="Name">The name of the deployment. The filters for duplicates compare with the latest deployment of this name.</param>
/// <param name="Files">The files; at least one, with different names.</param>
public sealed record DeploymentRequest(string Name, IReadOnlyList<DeploymentFile> Files)
{
    /// <summary>The source of the deployment, for example <c>build pipeline</c>; or null. The filters for duplicates compare only deployments of the same source.</summary>
    public string? Source { get; init; }

    /// <summary>The tenant, or null.</summary>
    public string? TenantId { get; init; }

    /// <summary>Whether the engine creates no deployment if all files are the same as in the latest deployment of this name. Otherwise it deploys all of them.</summary>
    public bool EnableDuplicateFiltering { get; init; }

    /// <summary>Whether the engine deploys only files that have changed since the latest deployment of this name.</summary>
    public bool DeployChangedOnly { get; init; }
}
