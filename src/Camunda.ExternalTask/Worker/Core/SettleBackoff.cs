using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>The waiting times before a result is sent again.</summary>
internal static class SettleBackoff
{
    private static readonly TimeSpan FirstSoon = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan MaxSoon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxRetryWhileLocked = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxRetryAfterLock = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstHeld = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxHeld = TimeSpan.FromSeconds(60);

    /// <summary>How long to wait while the process instance is suspended.</summary>
    public static TimeSpan WaitWhileHeld(int tries) => Backoff.Bound(tries, FirstHeld, MaxHeld);

    /// <summary>How long to wait after a failed attempt.</summary>
    /// <param name="random">The source of the jitter.</param>
    /// <param name="tries">Failed attempts so far, at least 1.</param>
    /// <param name="isSoon">Whether the error is normal load, which is gone within milliseconds.</param>
    /// <param name="isLocked">Whether the lock has not expired yet.</param>
    public static TimeSpan WaitAfter(Random random, int tries, bool isSoon, bool isLocked) => isSoon
        ? Backoff.FullJitter(random, tries, FirstSoon, MaxSoon)
        : Backoff.FullJitter(random, tries, FirstRetry, isLocked ? MaxRetryWhileLocked : MaxRetryAfterLock);
}
