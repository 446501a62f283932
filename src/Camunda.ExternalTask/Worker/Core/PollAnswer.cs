using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>What a poll or a list of locked tasks brought.</summary>
/// <param name="Tasks">The tasks that arrived intact, also where the response broke off after them.</param>
/// <param name="ServerTime">The response's <c>Date</c>, or null.</param>
/// <param name="Error">What went wrong, or null.</param>
internal sealed record PollAnswer(IReadOnlyList<FetchedTask> Tasks, DateTimeOffset? ServerTime, EngineError? Error)
{
    /// <summary>Whether something below the worker, such as a handler that repeats requests, sent the poll more than once.</summary>
    public bool WasRepeated { get; init; }

    /// <summary>A task that alone is larger than a response may be, without its variables; or null.</summary>
    public FetchedTask? Oversized { get; init; }
}
