namespace Camunda.ExternalTask;

/// <summary>An event of a worker. <see cref="WorkerEventKind"/> lists the members that each kind sets; the others have their default.</summary>
/// <param name="Kind">What happened.</param>
public readonly record struct WorkerEvent(WorkerEventKind Kind)
{
    /// <summary>The worker id as the engine sees it, without the number of the poll.</summary>
    public string WorkerId { get; init; } = "";

    /// <summary>The topic, or null if the event concerns no topic or several.</summary>
    public string? Topic { get; init; }

    /// <summary>The topics of a poll or of a worker that starts; otherwise empty.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The base address of the engine when a worker starts; otherwise null.</summary>
    public string? Engine { get; init; }

    /// <summary>The task, or null if the event concerns no task, or a task that this worker did not receive.</summary>
    public FetchedTask? Task { get; init; }

    /// <summary>The id of the task, which is set even where <see cref="Task"/> is null; null if the event concerns no task.</summary>
    public string? TaskId { get; init; }

    /// <summary>
    /// The cause of a failure: an <see cref="EngineException"/> for calls, or the exception that a handler, observer or strategy threw.
    /// </summary>
    public Exception? Error { get; init; }

    /// <summary>A text of the event, such as the message of a failure.</summary>
    public string? Message { get; init; }

    /// <summary>A number of tasks or of exceptions.</summary>
    public int Count { get; init; }

    /// <summary>A duration in the past or a wait in the future, depending on the kind.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The 1-based number of this attempt.</summary>
    public int Attempt { get; init; }

    /// <summary>The retries that remain after a failure; 0 creates an incident. Null if the event does not concern a failure.</summary>
    public int? RetriesLeft { get; init; }

    /// <summary>The code of a BPMN error; otherwise null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The outcome of a handler; otherwise null.</summary>
    public TaskOutcomeKind? Outcome { get; init; }

    /// <summary>The tasks since the last summary; otherwise null.</summary>
    public TaskSummary? Summary { get; init; }

    /// <summary>The changed settings that the worker does not apply while it runs, separated by commas; otherwise null.</summary>
    public string? Pending { get; init; }
}
