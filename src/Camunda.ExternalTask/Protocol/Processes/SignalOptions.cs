namespace Camunda.ExternalTask;

/// <summary>Which executions receive a signal.</summary>
public sealed record SignalOptions
{
    /// <summary>The id of the only execution that receives the signal; null: all that wait for it. It excludes a tenant.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>The tenant of the receivers; null: any.</summary>
    public string? TenantId { get; init; }

    /// <summary>Whether only executions and processes without a tenant receive the signal.</summary>
    public bool WithoutTenantId { get; init; }
}
