using Camunda.ExternalTask.Shared.Notation;

namespace Camunda.ExternalTask;

/// <summary>
/// The retries of failed tasks, with one delay per retry. The notation is the engine's (<c>failedJobRetryTimeCycle</c>). A list such as
/// <c>PT10S,PT1M,PT5M</c> has one delay per retry, so four attempts. <c>R3/PT30S</c> means three attempts in total, so two retries, 30
/// seconds apart.
/// </summary>
public sealed class RetryCycle
{
    private readonly TimeSpan[] _intervals;

    /// <summary>Creates a cycle with one delay per retry, in order.</summary>
    /// <param name="intervals">The delays; not negative. If empty, the first failure creates an incident.</param>
    /// <exception cref="ArgumentOutOfRangeException">A delay is negative.</exception>
    public RetryCycle(params ReadOnlySpan<TimeSpan> intervals)
    {
        foreach (var interval in intervals)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.Zero, nameof(intervals));
        }

        _intervals = intervals.ToArray();
    }

    /// <summary>No retries: the first failure creates an incident.</summary>
    public static RetryCycle None { get; } = new();

    /// <summary>The default of a worker: three retries, after 5 s, 30 s and 5 min.</summary>
    public static RetryCycle Default { get; } = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));

    /// <summary>The number of retries.</summary>
    public int Retries => _intervals.Length;

    /// <summary>Returns the delay before the next retry.</summary>
    /// <param name="retriesLeft">
    /// The retries that remain after the reported failure. If there are more than the cycle has (an operator may have raised them), the
    /// first delay applies.
    /// </param>
    public TimeSpan IntervalBefore(int retriesLeft) => _intervals.Length == 0
        ? TimeSpan.Zero
        : _intervals[Math.Clamp(_intervals.Length - retriesLeft, 0, _intervals.Length - 1)];

    /// <summary>Creates a cycle with the same delay before each retry.</summary>
    /// <param name="retries">The number of retries.</param>
    /// <param name="interval">The delay before each retry.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is negative.</exception>
    public static RetryCycle Repeat(int retries, TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        var intervals = new TimeSpan[retries];
        Array.Fill(intervals, interval);
        return new(intervals);
    }

    /// <summary>Parses the engine's notation.</summary>
    /// <param name="text">
    /// <c>R{attempts}/{duration}</c> with at most 1,000 attempts, or durations separated by commas. Durations are ISO 8601 in weeks, days,
    /// hours, minutes and seconds. <c>R1/PT0S</c> means no retry.
    /// </param>
    /// <exception cref="FormatException">The text is blank or has another format. The message states the expected one.</exception>
    public static RetryCycle Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RetryCycleNotation.TryParse(text, out var intervals) ? new(intervals) : throw new FormatException(RetryCycleNotation.Problem(text));
    }

    /// <summary>Returns the cycle in the engine's notation, which <see cref="Parse"/> reads.</summary>
    public override string ToString() => _intervals.Length == 0 ? "R1/PT0S" : string.Join(',', _intervals.Select(Iso8601Duration.Format));
}
