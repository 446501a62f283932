using Camunda.ExternalTask.Shared.Notation;

namespace Camunda.ExternalTask;

/// <summary>
/// When failed tasks are tried again: one waiting time per retry. The notation is the engine's (<c>failedJobRetryTimeCycle</c>): a list such as
/// <c>PT10S,PT1M,PT5M</c> has one waiting time per retry, so four attempts; <c>R3/PT30S</c> is three attempts in all, so two retries, half a minute apart.
/// </summary>
public sealed class RetryCycle
{
    private readonly TimeSpan[] _intervals;

    /// <summary>One waiting time per retry, in order.</summary>
    /// <param name="intervals">The waiting times, none negative; empty: the first failure is an incident.</param>
    /// <exception cref="ArgumentOutOfRangeException">A waiting time is negative.</exception>
    public RetryCycle(params ReadOnlySpan<TimeSpan> intervals)
    {
        foreach (var interval in intervals)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.Zero, nameof(intervals));
        }

        _intervals = intervals.ToArray();
    }

    /// <summary>No retries: the first failure is an incident.</summary>
    public static RetryCycle None { get; } = new();

    /// <summary>Three retries, after 5 s, 30 s and 5 min: what a worker does unless told otherwise.</summary>
    public static RetryCycle Default { get; } = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));

    /// <summary>How many retries there are.</summary>
    public int Retries => _intervals.Length;

    /// <summary>How long to wait before the next try.</summary>
    /// <param name="retriesLeft">The retries left after the failure that is being reported. More than the cycle has (an operator may have raised them): the first waiting time.</param>
    public TimeSpan IntervalBefore(int retriesLeft) => _intervals.Length == 0
        ? TimeSpan.Zero
        : _intervals[Math.Clamp(_intervals.Length - retriesLeft, 0, _intervals.Length - 1)];

    /// <summary>The same number of retries with one waiting time.</summary>
    /// <param name="retries">How many retries.</param>
    /// <param name="interval">The waiting time before each.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is negative.</exception>
    public static RetryCycle Repeat(int retries, TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        var intervals = new TimeSpan[retries];
        Array.Fill(intervals, interval);
        return new(intervals);
    }

    /// <summary>Reads the engine's notation.</summary>
    /// <param name="text">
    /// <c>R{attempts}/{duration}</c> for up to 1,000 attempts, or durations separated by commas; durations are ISO 8601 in weeks, days, hours, minutes and seconds. <c>R1/PT0S</c> is no retry.
    /// </param>
    /// <exception cref="FormatException">It is neither, or blank; the message says what to write.</exception>
    public static RetryCycle Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RetryCycleNotation.TryParse(text, out var intervals) ? new(intervals) : throw new FormatException(RetryCycleNotation.Problem(text));
    }

    /// <summary>The cycle in the engine's notation, which <see cref="Parse"/> reads.</summary>
    public override string ToString() => _intervals.Length == 0 ? "R1/PT0S" : string.Join(',', _intervals.Select(Iso8601Duration.Format));
}
