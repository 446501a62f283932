using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>The response to a poll or to a list of locked tasks.</summary>
/// <param name="Tasks">The tasks that arrived completely, even if the response broke off after them.</param>
/// <param name="ServerTime">The response's <c>Date</c>, or null.</param>
/// <param name="Error">The error, or null.</param>
internal sealed record PollAnswer(IReadOnlyList<FetchedTask> Tasks, DateTimeOffset? ServerTime, EngineError? Error)
{
    /// <summary>Whether something below the worker, such as a handler that repeats requests, sent the poll more than once.</summary>
    public bool WasRepeated { get; init; }

    /// <summary>A task that alone is larger than the limit of a response, without its variables; or null.</summary>
    public FetchedTask? Oversized { get; init; }
}
