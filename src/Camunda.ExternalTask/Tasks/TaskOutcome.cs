namespace Camunda.ExternalTask;

/// <summary>
/// What a handler makes of a task: completed, BPMN error, failure, incident, release, or left to somebody else. The default value is a completion without variables.
/// </summary>
public readonly struct TaskOutcome
{
    private readonly object? _payload;

    private TaskOutcome(TaskOutcomeKind kind, object? payload)
    {
        Kind = kind;
        _payload = payload;
    }

    /// <summary>Which of the outcomes it is.</summary>
    public TaskOutcomeKind Kind { get; }

    /// <summary>The output of a completion, or null.</summary>
    public ITaskOutput? Output => Kind == TaskOutcomeKind.Completed ? (ITaskOutput?)_payload : null;

    /// <summary>The BPMN error, or null for another outcome.</summary>
    public BpmnError? BpmnError => Kind == TaskOutcomeKind.BpmnError ? (BpmnError?)_payload : null;

    /// <summary>The failure of a failure or an incident, or null for another outcome.</summary>
    public TaskFailure? Failure => _payload as TaskFailure;

    /// <summary>The task is done.</summary>
    /// <param name="output">Its variables, or null for none.</param>
    public static TaskOutcome Completed(ITaskOutput? output = null) => new(TaskOutcomeKind.Completed, output);

    /// <summary>Trying again makes no sense: an operator has to look. Creates an incident at once.</summary>
    /// <param name="message">What went wrong, for operators; cut at 666 characters.</param>
    /// <param name="details">More text, kept whole.</param>
    public static TaskOutcome Incident(string message, string? details = null) =>
        new(TaskOutcomeKind.Incident, new TaskFailure(message, details) { Retries = 0 });

    /// <summary>Gives the task back: it is unlocked and anybody may fetch it at once; its retries stay as they are.</summary>
    public static TaskOutcome Released() => new(TaskOutcomeKind.Released, null);

    /// <summary>
    /// Leaves the task to somebody else: to whoever gets the reply of a message queue, to a human, to another process; or to nobody, because the handler has completed it by itself.
    /// The worker tells the engine nothing, stops extending the lock, and its slot is free.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The task stays locked as long as its lock lasts, and must be brought to its end before: extend the lock first, by <see cref="ExternalTaskContext.ExtendLockAsync"/>, for as long as
    /// the other may take, and hand over the task's id and <see cref="FetchedTask.WorkerId"/> (it is another for each poll, and the engine takes a result from no other). Then an
    /// <see cref="ExternalTaskClient"/> whose <see cref="ExternalTaskClientOptions.WorkerId"/> is that completes it. Without that the lock runs out and the task is delivered again, its retries as they were.
    /// </para>
    /// <para>
    /// A stop of the worker does not unlock it. After a restart of the process a worker of the same name on the same machine unlocks what its dead predecessor left locked, and cannot
    /// see who has left it: a task whose lock lasts longer than its topic's lock duration is spared, one whose lock is about to end is not.
    /// </para>
    /// </remarks>
    public static TaskOutcome Detached() => new(TaskOutcomeKind.Detached, null);

    /// <summary>A BPMN error is an outcome.</summary>
    /// <param name="error">The error.</param>
    public static implicit operator TaskOutcome(BpmnError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(TaskOutcomeKind.BpmnError, error);
    }

    /// <summary>A failure is an outcome.</summary>
    /// <param name="failure">The failure.</param>
    public static implicit operator TaskOutcome(TaskFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new(TaskOutcomeKind.Failure, failure);
    }
}
