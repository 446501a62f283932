namespace Camunda.ExternalTask.Testing.State;

/// <summary>An external task that has no retries left and waits for an operator.</summary>
internal sealed record Incident(string Id, EngineTask Task, DateTimeOffset Timestamp, string? Message)
{
    /// <summary>The engine's name for incidents of external tasks, the only ones that the engine in memory creates.</summary>
    public const string Type = "failedExternalTask";
}
