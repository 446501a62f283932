using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Simulation.Workers;

/// <summary>One run of a handler.</summary>
internal sealed class HandlerRun(WorkerTask task, TaskOutcome outcome, bool ignoresCancellation)
{
    public WorkerTask Task { get; } = task;

    public string TaskId => Task.Fetched.TaskId;

    public TaskOutcome Outcome { get; set; } = outcome;

    public bool IgnoresCancellation { get; } = ignoresCancellation;

    public bool IsRunning { get; set; } = true;

    /// <summary>Whether the handler awaits a call that extends its lock.</summary>
    public bool IsExtending { get; set; }

    /// <summary>Whether the handler ends as soon as that call has ended.</summary>
    public bool EndsAfterCall { get; set; }
}
