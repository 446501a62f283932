namespace Camunda.ExternalTask.Worker.Core;

/// <summary>A task that a list of the engine contains.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="WorkerId">The worker id that holds its lock.</param>
internal readonly record struct LockedTask(string TaskId, string WorkerId)
{
    /// <summary>How long to wait for the answer to a call that releases the task.</summary>
    public TimeSpan Timeout { get; init; }
}
