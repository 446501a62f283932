namespace Camunda.ExternalTask;

/// <summary>What came of a poll, for a <see cref="BackoffOptions.Strategy"/>.</summary>
public sealed record PollResult
{
    /// <summary>The topics that were asked for.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The tasks that came; some may have come before an answer broke off.</summary>
    public IReadOnlyList<FetchedTask> Tasks { get; init; } = [];

    /// <summary>Why the poll failed, or null if it was answered.</summary>
    public EngineException? Error { get; init; }

    /// <summary>How many polls in a row have failed, this one included; 0 after an answer.</summary>
    public int ConsecutiveFailures { get; init; }

    /// <summary>How many answers in a row were empty, this one included; failures between them do not count. 0 after tasks.</summary>
    public int ConsecutiveEmptyAnswers { get; init; }

    /// <summary>How long the server asks to wait (<c>Retry-After</c>), or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the worker would wait by itself: the back-off with its jitter, or <see cref="RetryAfter"/> if that is longer; nothing after an answer.</summary>
    public TimeSpan ProposedDelay { get; init; }
}
