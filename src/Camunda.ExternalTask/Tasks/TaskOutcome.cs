namespace Camunda.ExternalTask;

/// <summary>
/// The outcome of a task: completed, BPMN error, failure, incident, released or detached. The default value is a completion without
/// variables.
/// </summary>
public readonly struct TaskOutcome
{
    private readonly object? _payload;

    private TaskOutcome(TaskOutcomeKind kind, object? payload)
    {
        Kind = kind;
        _payload = payload;
    }

    /// <summary>The kind of the outcome.</summary>
    public TaskOutcomeKind Kind { get; }

    /// <summary>The output of a completion, or null.</summary>
    public ITaskOutput? Output => Kind == TaskOutcomeKind.Completed ? (ITaskOutput?)_payload : null;

    /// <summary>The BPMN error, or null for other outcomes.</summary>
    public BpmnError? BpmnError => Kind == TaskOutcomeKind.BpmnError ? (BpmnError?)_payload : null;

    /// <summary>The failure of a failure or an incident, or null for other outcomes.</summary>
    public TaskFailure? Failure => _payload as TaskFailure;

    /// <summary>Completes the task.</summary>
    /// <param name="output">The variables, or null for none.</param>
    public static TaskOutcome Completed(ITaskOutput? output = null) => new(TaskOutcomeKind.Completed, output);

    /// <summary>Fails the task without retries and creates an incident immediately, for failures that a retry cannot repair.</summary>
    /// <param name="message">The cause, for operators; cut at 666 characters.</param>
    /// <param name="details">Further text, stored in full.</param>
    public static TaskOutcome Incident(string message, string? details = null) =>
        new(TaskOutcomeKind.Incident, new TaskFailure(message, details) { Retries = 0 });

    /// <summary>Releases the task. The worker unlocks it, and any worker can fetch it immediately. Its retries do not change.</summary>
    public static TaskOutcome Released() => new(TaskOutcomeKind.Released, null);

    /// <summary>
    /// Detaches the task from the worker, because another system completes it later (for example on the reply of a message queue, or after
    /// a decision of a person), or because the handler has already completed it. The worker reports nothing to the engine, stops extending
    /// the lock, and frees the slot.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The task stays locked until its lock expires and must be completed before that. First extend the lock with
    /// <see cref="ExternalTaskContext.ExtendLockAsync"/> for as long as the work can take. Then pass on the task's id and its
    /// <see cref="FetchedTask.WorkerId"/>. The worker id differs for each poll, and the engine accepts a result only from the worker id that holds
    /// the lock. An <see cref="ExternalTaskClient"/> with this <see cref="ExternalTaskClientOptions.WorkerId"/> can complete the task. If the lock
    /// expires first, the engine delivers the task again, with unchanged retries.
    /// </para>
    /// <para>
    /// A stopping worker does not unlock the task. After a restart of the process, a worker with the same name on the same machine unlocks tasks
    /// of its dead predecessor, and cannot recognize detached ones. It spares tasks whose lock lasts longer than the lock duration of their topic,
    /// but not those whose lock is about to expire.
    /// </para>
    /// </remarks>
    public static TaskOutcome Detached() => new(TaskOutcomeKind.Detached, null);

    /// <summary>Converts a BPMN error into an outcome.</summary>
    /// <param name="error">The error.</param>
    public static implicit operator TaskOutcome(BpmnError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(TaskOutcomeKind.BpmnError, error);
    }

    /// <summary>Converts a failure into an outcome.</summary>
    /// <param name="failure">The failure.</param>
    public static implicit operator TaskOutcome(TaskFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new(TaskOutcomeKind.Failure, failure);
    }
}
