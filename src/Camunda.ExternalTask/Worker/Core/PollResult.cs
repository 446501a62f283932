namespace Camunda.ExternalTask;

/// <summary>The result of a poll, for a <see cref="BackoffOptions.Strategy"/>.</summary>
public sealed record PollResult
{
    /// <summary>The topics of the poll.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The received tasks, including those that arrived before the response broke off.</summary>
    public IReadOnlyList<FetchedTask> Tasks { get; init; } = [];

    /// <summary>Why the poll failed, or null if it was answered.</summary>
    public EngineException? Error { get; init; }

    /// <summary>The number of polls in a row that failed, including this one; 0 if this one was answered.</summary>
    public int ConsecutiveFailures { get; init; }

    /// <summary>The number of empty answers in a row, including this one; failures in between do not count. 0 after tasks.</summary>
    public int ConsecutiveEmptyAnswers { get; init; }

    /// <summary>The delay that the server requests (<c>Retry-After</c>), or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The delay without a strategy: the back-off with its jitter, or <see cref="RetryAfter"/> if that is longer; zero after an answer.</summary>
    public TimeSpan ProposedDelay { get; init; }
}
