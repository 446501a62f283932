using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>Finds tasks that are locked for nobody, and unlocks them.</summary>
internal sealed class OrphanSweeper(CoreState state)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan MaxPredecessorInterval = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan RetryAfterError = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>How long a stopping worker looks after the polls it has aborted. The process that follows it on this machine goes on.</summary>
    private static readonly TimeSpan SweepWhileStopping = TimeSpan.FromSeconds(1);

    /// <summary>How long a stopping worker waits for the answer to its last look. A call's own timeout does not end it on a clock that stands still.</summary>
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(10);

    private readonly List<OrphanSweep> _sweeps = [];
    private TimeSpan _stopSweepingAt = TimeSpan.MaxValue;
    private TimeSpan _giveUpAt = TimeSpan.MaxValue;
    private bool _keepsSweeping;
    private bool _isForbidden;
    private int _unlocking;

    /// <summary>Sweeps for what a poll without a usable answer may have locked, or may still lock.</summary>
    public void Sweep(TimeSpan now, WorkerPoll poll, IReadOnlyList<FetchedTask> delivered)
    {
        if (state.IsStopping)
        {
            Stop(now, _keepsSweeping);
        }

        Begin(new OrphanSweep(poll.WorkerId, delivered, poll.SentAt + poll.Timeout + Margin, now));
    }

    /// <summary>Sweeps for what earlier processes of this worker on this machine, now dead, left locked, or whose polls may still lock.</summary>
    public void SweepPredecessors(TimeSpan now) => Begin(new OrphanSweep(workerId: null, [], now + state.Plan.PollTimeout + Margin, now));

    /// <summary>Whether a stop has to wait. In a process that lives on only for one look at each aborted poll: the sweep goes on after the stop.</summary>
    public bool HoldsStop(TimeSpan now) =>
        now < _giveUpAt && (_keepsSweeping ? _unlocking > 0 || _sweeps.Exists(sweep => sweep.WorkerId is not null && !sweep.HasLooked) : IsSweeping(now));

    public bool IsSweeping(TimeSpan now) =>
        (_keepsSweeping || now < _giveUpAt)
        && (_unlocking > 0 || _sweeps.Exists(sweep => sweep.WorkerId is not null && (_keepsSweeping || sweep.IsPending || now < _stopSweepingAt)));

    /// <summary>The process ends after all: sweeps get what is left of the time a stopping worker takes for them.</summary>
    public void EndSweeping(TimeSpan now)
    {
        _keepsSweeping = false;
        _giveUpAt = now + GiveUp;
        WakeForEnd(now);
    }

    /// <summary>The call that releases an orphan was answered. If it failed, the sweep finds the task again.</summary>
    public void Unlocked(string taskId, EngineError? error)
    {
        _unlocking--;
        state.Report(new(error is null ? WorkerEventKind.OrphanReleased : WorkerEventKind.OrphanReleaseFailed) { TaskId = taskId, Error = error });
    }

    public void Unlock(string taskId)
    {
        _unlocking++;
        state.Do(WorkerAction.UnlockOrphan(taskId));
    }

    public void Stop(TimeSpan now, bool keepSweeping)
    {
        _keepsSweeping = keepSweeping;
        _stopSweepingAt = now + SweepWhileStopping;
        _giveUpAt = _stopSweepingAt + GiveUp;
        WakeForEnd(now);
    }

    public void Listed(TimeSpan now, OrphanSweep sweep, IReadOnlyList<string> taskIds, EngineError? error)
    {
        sweep.IsPending = false;
        sweep.HasLooked = true;
        if (error is { Status: 403 })
        {
            _isForbidden = true;
        }

        var orphans = 0;
        foreach (var id in taskIds)
        {
            if (!state.Tasks.ContainsKey(id) && !sweep.HasBrought(id))
            {
                orphans++;
                Unlock(id);
            }
        }

        if (orphans > 0)
        {
            state.Report(new(WorkerEventKind.OrphansFound) { Count = orphans });
        }

        if (_isForbidden || (error is null && sweep.AskedAt >= sweep.Until) || (state.IsStopping && now >= (_keepsSweeping ? sweep.Until + GiveUp : _stopSweepingAt)))
        {
            _sweeps.Remove(sweep);
            return;
        }

        sweep.At = now + (error is not null ? RetryAfterError : WaitOf(sweep));
        state.Wake(sweep.At);
    }

    public void Tick(TimeSpan now)
    {
        foreach (var sweep in _sweeps)
        {
            Look(now, sweep);
        }

        if (state.IsStopping)
        {
            WakeForEnd(now);
        }
    }

    private void WakeForEnd(TimeSpan now)
    {
        if (now < _giveUpAt)
        {
            state.Wake(now < _stopSweepingAt ? _stopSweepingAt : _giveUpAt);
        }
    }

    private void Begin(OrphanSweep sweep)
    {
        if (_isForbidden)
        {
            return;
        }

        _sweeps.Add(sweep);
        Look(sweep.At, sweep);
    }

    private void Look(TimeSpan now, OrphanSweep sweep)
    {
        if (sweep.IsPending || (state.IsStopping && sweep.WorkerId is null))
        {
            return;
        }

        if (now < sweep.At)
        {
            state.Wake(sweep.At);
            return;
        }

        sweep.IsPending = true;
        sweep.AskedAt = now;
        sweep.Looks++;
        state.Do(WorkerAction.ListOrphans(sweep));
    }

    private static TimeSpan WaitOf(OrphanSweep sweep) =>
        sweep.WorkerId is not null ? Interval : Backoff.Bound(sweep.Looks, TimeSpan.FromSeconds(1), MaxPredecessorInterval);
}
