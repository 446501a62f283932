namespace Camunda.ExternalTask;

/// <summary>How a worker deploys the models of an assembly when its host starts.</summary>
public sealed class ModelDeploymentOptions
{
    /// <summary>The name of the deployment, by which the engine finds the previous one; null: the name of the assembly.</summary>
    public string? Name { get; set; }

    /// <summary>The source of the deployment, or null.</summary>
    public string? Source { get; set; }

    /// <summary>The tenant, or null.</summary>
    public string? TenantId { get; set; }

    /// <summary>
    /// Whether the engine deploys only the files that have changed. If false (default), it deploys all files if one has changed, so that those that refer to each other
    /// are in one deployment.
    /// </summary>
    public bool DeployChangedOnly { get; set; }
}
