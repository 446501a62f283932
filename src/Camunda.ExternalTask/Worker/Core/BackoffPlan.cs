using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>How long to wait after failed polls.</summary>
internal sealed record BackoffPlan
{
    public TimeSpan InitialDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    public double Factor { get; init; } = 2;

    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    public bool Jitter { get; init; } = true;

    /// <summary>For the shell: the application's strategy, which it calls after a poll.</summary>
    public Func<PollResult, TimeSpan>? Strategy { get; init; }

    public TimeSpan WaitAfter(int failures, Random random) =>
        Jitter ? Backoff.FullJitter(random, failures, InitialDelay, MaxDelay, Factor) : Backoff.Bound(failures, InitialDelay, MaxDelay, Factor);
}
