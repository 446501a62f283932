using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>How long to wait after failed polls.</summary>
internal sealed record BackoffPlan
{
    /// <summary>A request that the server refuses, for example because of its credentials, is unlikely to succeed soon.</summary>
    private static readonly TimeSpan MaxDelayAfterRefusal = TimeSpan.FromSeconds(30);

    public TimeSpan InitialDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    public double Factor { get; init; } = 2;

    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(5);

    public bool Jitter { get; init; } = true;

    /// <summary>For the shell: the application's strategy, which it calls after a poll.</summary>
    public Func<PollResult, TimeSpan>? Strategy { get; init; }

    public TimeSpan WaitAfter(int failures, Random random, bool isRefused = false)
    {
        var cap = isRefused && MaxDelay < MaxDelayAfterRefusal ? MaxDelayAfterRefusal : MaxDelay;
        return Jitter ? Backoff.FullJitter(random, failures, InitialDelay, cap, Factor) : Backoff.Bound(failures, InitialDelay, cap, Factor);
    }
}
