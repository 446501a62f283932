namespace Camunda.ExternalTask.Simulation.Scripts;

/// <summary>What the engine says about a task that has not ended.</summary>
internal sealed record TaskState(string? Worker, bool IsLocked, int? Retries, bool IsSuspended)
{
    public override string ToString() => $"{(IsLocked ? "locked" : "free")} for '{Worker}', retries {Retries?.ToString() ?? "null"}{(IsSuspended ? ", suspended" : "")}";
}
