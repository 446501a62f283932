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
}
