namespace Camunda.ExternalTask;

/// <summary>
/// How long a worker waits before it polls again after polls that failed: <see cref="InitialDelay"/>, <see cref="Factor"/> times as long after each further failure, never longer than
/// <see cref="MaxDelay"/>. The Java client calls them <c>initTime</c>, <c>factor</c> and <c>maxTime</c>.
/// </summary>
public sealed class BackoffOptions
{
    /// <summary>How long to wait after the first failure. Default 100 ms; at least 1 ms.</summary>
    public TimeSpan InitialDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many times longer each further wait is. Default 2; at least 1.</summary>
    public double Factor { get; set; } = 2;

    /// <summary>How long a wait may be, apart from the server's own wish (<c>Retry-After</c>). Default 30 s; at least <see cref="InitialDelay"/>, at most a day.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the wait is a random part of that, so that many workers do not return to a recovered engine as one herd. Default true.</summary>
    public bool Jitter { get; set; } = true;

    /// <summary>
    /// Decides instead, after each long poll and each failed one: it gets what came of the poll and answers how long to wait before the next. It is the Java client's
    /// <c>ErrorAwareBackoffStrategy</c>, without a state of its own. Null: <see cref="PollResult.ProposedDelay"/> is waited. <c>_ =&gt; TimeSpan.Zero</c> switches back-off off.
    /// Set in code only.
    /// </summary>
    /// <remarks>
    /// Empty answers that come at once stay at least 250 ms apart, and <see cref="ExternalTaskWorkerOptions.PollInterval"/> is kept, whatever it answers. If it throws, or
    /// answers a negative time or more than a day, that is logged once (event 1109) until it works again, and the proposed time is waited. It may be called by several threads at once.
    /// </remarks>
    public Func<PollResult, TimeSpan>? Strategy { get; set; }
}
