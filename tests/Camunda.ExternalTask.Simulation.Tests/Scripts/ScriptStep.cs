namespace Camunda.ExternalTask.Simulation.Scripts;

/// <summary>One raw call of a script, or a step of time.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Task">The number of the task, in the order of creation.</param>
/// <param name="Worker">The worker id.</param>
/// <param name="Duration">The lock duration, the retry timeout, or the time that passes.</param>
/// <param name="Count">The maximum number of tasks, or the number of retries.</param>
internal sealed record ScriptStep(StepKind Kind, int Task = 0, string Worker = "", TimeSpan Duration = default, int Count = 0)
{
    public override string ToString() => $"{Kind} task {Task}, worker '{Worker}', {Duration.TotalSeconds} s, count {Count}";
}

internal enum StepKind
{
    Create,
    Fetch,

    /// <summary>A long poll that waits for tasks.</summary>
    Poll,

    /// <summary>The client of the oldest waiting poll disconnects.</summary>
    AbandonPoll,
    Complete,
    BpmnError,
    Fail,
    Unlock,
    ExtendLock,
    Lock,
    SetRetries,
    Suspend,
    Activate,
    Advance,
}
