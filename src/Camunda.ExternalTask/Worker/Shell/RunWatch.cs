using Camunda.ExternalTask.Diagnostics;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>
/// Watches how long handlers run. It reports a run once when it is longer than expected, and cancels it when it is longer than allowed. A run costs an entry in a
/// set; the only timer is armed for the run that is due first, and runs that end earlier do not change it.
/// </summary>
internal sealed class RunWatch : IDisposable
{
    /// <summary>Timers cannot wait for much longer. A tick before its time does no harm.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(1);

    private readonly Lock _sync = new();
    private readonly HashSet<TaskRun> _runs = [];
    private readonly WorkerReporter _reporter;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly long _origin;
    private TimeSpan _dueAt = TimeSpan.MaxValue;

    public RunWatch(WorkerReporter reporter, TimeProvider time)
    {
        _reporter = reporter;
        _time = time;
        _origin = time.GetTimestamp();
        _timer = time.CreateTimer(static watch => ((RunWatch)watch!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The number of runs that are longer than expected.</summary>
    public int LongRunning
    {
        get
        {
            lock (_sync)
            {
                return _runs.Count(static run => run.IsLong);
            }
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    public void Begin(TaskRun run)
    {
        lock (_sync)
        {
            run.StartedAt = Now;
            if (run.NextLimit is { } limit)
            {
                _runs.Add(run);
                Arm(run.StartedAt + limit);
            }
        }
    }

    /// <summary>Ends a run and sets how long it took.</summary>
    public void End(TaskRun run)
    {
        lock (_sync)
        {
            run.Elapsed = Now - run.StartedAt;
            _runs.Remove(run);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Tick()
    {
        List<TaskRun> longer = [], over = [];
        lock (_sync)
        {
            _dueAt = TimeSpan.MaxValue;
            foreach (var run in _runs)
            {
                var elapsed = Now - run.StartedAt;
                if (run.IsLongAfter(elapsed))
                {
                    run.IsLong = true;
                    longer.Add(run);
                }

                if (run.IsOverAfter(elapsed))
                {
                    run.IsOver = true;
                    over.Add(run);
                }

                if (run.NextLimit is { } limit)
                {
                    Arm(run.StartedAt + limit);
                }
            }
        }

        longer.ForEach(run => _reporter.HandlerRunsLong(run.Task.Fetched, Now - run.StartedAt));
        over.ForEach(Cancel);
    }

    private void Cancel(TaskRun run)
    {
        if (run.CancelOverdue() is { } failure)
        {
            _reporter.Report(WorkerEvents.CancellationCallbackFailed(run.Task.Fetched, failure));
        }
    }

    private void Arm(TimeSpan at)
    {
        if (at < _dueAt)
        {
            _dueAt = at;
            var wait = at - Now;
            _timer.Change(wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < MaxWait ? wait : MaxWait, Timeout.InfiniteTimeSpan);
        }
    }
}
