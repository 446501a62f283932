using System.Diagnostics;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>
/// The monotonic clock of a shell, and its timer. Once the worker stops, time passes at least as fast as real time: a stop must also end in a test whose clock stands still.
/// </summary>
internal sealed class ShellClock : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly TimerCallback _tick;
    private long _dueAt = long.MaxValue;
    private readonly long _origin;
    private volatile ITimer? _realTimer;
    private TimeSpan _realSince;
    private long _realOrigin;

    public ShellClock(TimeProvider time, Action<TimeSpan> tick)
    {
        _time = time;
        _origin = time.GetTimestamp();
        _tick = _ => tick(LateBy());
        _timer = time.CreateTimer(_tick, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The time since the shell was created.</summary>
    public TimeSpan Now
    {
        get
        {
            var now = _time.GetElapsedTime(_origin);
            return _realTimer is not null && _realSince + Stopwatch.GetElapsedTime(_realOrigin) is var real && real > now ? real : now;
        }
    }

    /// <summary>Calls the tick after a time; a later call replaces an earlier one.</summary>
    public void TickAfter(TimeSpan wait)
    {
        Volatile.Write(ref _dueAt, Stopwatch.GetTimestamp() + (long)(wait.TotalSeconds * Stopwatch.Frequency));
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
        _realTimer?.Change(wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How late the timer ran. A test's clock jumps, so only the system's clock tells.</summary>
    private TimeSpan LateBy() =>
        _time == TimeProvider.System && Stopwatch.GetTimestamp() - Volatile.Read(ref _dueAt) is var late and > 0
            ? TimeSpan.FromSeconds((double)late / Stopwatch.Frequency)
            : TimeSpan.Zero;

    /// <summary>From now on time does not pass slower than real time.</summary>
    public void FollowRealTime()
    {
        if (_realTimer is null && _time != TimeProvider.System)
        {
            (_realSince, _realOrigin) = (Now, Stopwatch.GetTimestamp());
            _realTimer = TimeProvider.System.CreateTimer(_tick, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync().ConfigureAwait(false);
        if (_realTimer is not null)
        {
            await _realTimer.DisposeAsync().ConfigureAwait(false);
        }
    }
}
