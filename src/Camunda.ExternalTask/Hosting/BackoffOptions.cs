namespace Camunda.ExternalTask;

/// <summary>
/// The delays of a worker after failed polls: <see cref="InitialDelay"/> after the first failure, multiplied by <see cref="Factor"/> for
/// each further one, up to <see cref="MaxDelay"/>. The Java client calls these options <c>initTime</c>, <c>factor</c> and <c>maxTime</c>.
/// </summary>
public sealed class BackoffOptions
{
    /// <summary>The delay after the first failure. Default 100 ms; at least 1 ms.</summary>
    public TimeSpan InitialDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The ratio of each further delay to the one before. Default 2; at least 1.</summary>
    public double Factor { get; set; } = 2;

    /// <summary>
    /// The longest delay, unless the server requests a longer one (<c>Retry-After</c>). Default 5 s; at least <see cref="InitialDelay"/>,
    /// at most one day. After an error that a repetition is unlikely to repair, such as refused credentials, the longest delay is at least 30 s.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether each delay is a random part of the computed one, so that many workers do not return to a recovered engine at the same
    /// moment. Default true.
    /// </summary>
    public bool Jitter { get; set; } = true;

    /// <summary>
    /// Chooses the delay before the next poll, after each long poll and each failed one. It receives the result of the poll and returns the
    /// delay. It corresponds to the Java client's <c>ErrorAwareBackoffStrategy</c>, but has no state. If null, the worker waits for
    /// <see cref="PollResult.ProposedDelay"/>. <c>_ =&gt; TimeSpan.Zero</c> disables back-off. Can be set in code only.
    /// </summary>
    /// <remarks>
    /// Whatever the strategy returns, immediate empty responses stay at least 250 ms apart, and
    /// <see cref="ExternalTaskWorkerOptions.PollInterval"/> applies. If the strategy throws, or returns a negative delay or more than one
    /// day, the worker uses the proposed delay and logs this once (event 1109) until the strategy succeeds. Several threads may call the
    /// strategy at the same time.
    /// </remarks>
    public Func<PollResult, TimeSpan>? Strategy { get; set; }
}
