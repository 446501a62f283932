using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>An event as the core knows it. <see cref="WorkerEventKind"/> documents which facts belong to which kind.</summary>
internal readonly record struct Occurrence(WorkerEventKind Kind)
{
    public WorkerTask? Task { get; init; }

    public WorkerPoll? Poll { get; init; }

    /// <summary>The id of a task that this worker does not process.</summary>
    public string? TaskId { get; init; }

    /// <summary>Why a call failed.</summary>
    public EngineError? Error { get; init; }

    /// <summary>What user code threw.</summary>
    public Exception? Exception { get; init; }

    public int Count { get; init; }

    /// <summary>The 1-based number of the attempt.</summary>
    public int Attempt { get; init; }

    public TimeSpan Duration { get; init; }
}
