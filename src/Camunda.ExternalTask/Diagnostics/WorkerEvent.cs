namespace Camunda.ExternalTask;

/// <summary>What happened in a worker. <see cref="WorkerEventKind"/> says for each kind which members are set; the others have their default.</summary>
/// <param name="Kind">What happened.</param>
public readonly record struct WorkerEvent(WorkerEventKind Kind)
{
    /// <summary>The worker id as the engine sees it, without the number of the poll.</summary>
    public string WorkerId { get; init; } = "";

    /// <summary>The topic, or null where it is about none, or about several.</summary>
    public string? Topic { get; init; }

    /// <summary>The topics a poll asks for; else empty.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The task, or null where it is about none, or about one that is not this worker's.</summary>
    public FetchedTask? Task { get; init; }

    /// <summary>The task's id, also where <see cref="Task"/> is null.</summary>
    public string? TaskId { get; init; }

    /// <summary>What went wrong: an <see cref="EngineException"/> for calls, the handler's own exception for <see cref="WorkerEventKind.HandlerFailed"/>.</summary>
    public Exception? Error { get; init; }

    /// <summary>How many: tasks.</summary>
    public int Count { get; init; }

    /// <summary>How long something took, or is to take.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The how manieth attempt in a row it was, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>The retries that a failure leaves the task; 0 makes it an incident. Null where it is about no failure.</summary>
    public int? RetriesLeft { get; init; }

    /// <summary>What the handler made of the task, or null where it is about something else.</summary>
    public TaskOutcomeKind? Outcome { get; init; }
}
