using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>Finds tasks that are locked for nobody, and unlocks them.</summary>
internal sealed class OrphanHunter(CoreState state)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan MaxPredecessorInterval = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan RetryAfterError = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>How long a stopping worker looks after the polls it has aborted. The process that follows it on this machine goes on.</summary>
    private static readonly TimeSpan HuntWhileStopping = TimeSpan.FromSeconds(1);

    /// <summary>How long a stopping worker waits for the answer to its last look. A call's own timeout does not end it on a clock that stands still.</summary>
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(10);

    private readonly List<OrphanHunt> _hunts = [];
    private TimeSpan _stopHuntingAt = TimeSpan.MaxValue;
    private TimeSpan _giveUpAt = TimeSpan.MaxValue;
    private bool _keepsHunting;
    private bool _isForbidden;
    private int _unlocking;

    /// <summary>Hunts for what a poll without a usable answer may have locked, or may still lock.</summary>
    public void Hunt(TimeSpan now, WorkerPoll poll, IReadOnlyList<FetchedTask> delivered)
    {
        if (state.IsStopping)
        {
            Stop(now, _keepsHunting);
        }

        Begin(new OrphanHunt(poll.WorkerId, delivered, poll.SentAt + poll.Timeout + Margin, now));
    }

    /// <summary>Hunts for what earlier processes of this worker on this machine, now dead, left locked, or whose polls may still lock.</summary>
    public void HuntPredecessors(TimeSpan now) => Begin(new OrphanHunt(workerId: null, [], now + state.Plan.PollTimeout + Margin, now));

    /// <summary>Whether a stop has to wait. In a process that lives on only for one look at each aborted poll: the hunt goes on after the stop.</summary>
    public bool HoldsStop(TimeSpan now) =>
        now < _giveUpAt && (_keepsHunting ? _unlocking > 0 || _hunts.Exists(hunt => hunt.WorkerId is not null && !hunt.HasLooked) : IsHunting(now));

    public bool IsHunting(TimeSpan now) =>
        (_keepsHunting || now < _giveUpAt)
        && (_unlocking > 0 || _hunts.Exists(hunt => hunt.WorkerId is not null && (_keepsHunting || hunt.IsPending || now < _stopHuntingAt)));

    /// <summary>The process ends after all: hunts get what is left of the time a stopping worker takes for them.</summary>
    public void EndHunting(TimeSpan now)
    {
        _keepsHunting = false;
        _giveUpAt = now + GiveUp;
        WakeForEnd(now);
    }

    public void Unlocked() => _unlocking--;

    public void Unlock(string taskId)
    {
        _unlocking++;
        state.Do(new(WorkerActionKind.UnlockOrphan) { TaskId = taskId });
    }

    public void Stop(TimeSpan now, bool keepHunting)
    {
        _keepsHunting = keepHunting;
        _stopHuntingAt = now + HuntWhileStopping;
        _giveUpAt = _stopHuntingAt + GiveUp;
        WakeForEnd(now);
    }

    public void Listed(TimeSpan now, OrphanHunt hunt, IReadOnlyList<string> taskIds, EngineError? error)
    {
        hunt.IsPending = false;
        hunt.HasLooked = true;
        if (error is { Status: 403 })
        {
            _isForbidden = true;
        }

        var orphans = 0;
        foreach (var id in taskIds)
        {
            if (!state.Tasks.ContainsKey(id) && !hunt.HasBrought(id))
            {
                orphans++;
                Unlock(id);
            }
        }

        if (orphans > 0)
        {
            state.Report(WorkerNote.OrphansReclaimed, count: orphans);
        }

        if (_isForbidden || (error is null && hunt.AskedAt >= hunt.Until) || (state.IsStopping && now >= (_keepsHunting ? hunt.Until + GiveUp : _stopHuntingAt)))
        {
            _hunts.Remove(hunt);
            return;
        }

        hunt.At = now + (error is not null ? RetryAfterError : WaitOf(hunt));
        state.Wake(hunt.At);
    }

    public void Tick(TimeSpan now)
    {
        foreach (var hunt in _hunts)
        {
            Look(now, hunt);
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
            state.Wake(now < _stopHuntingAt ? _stopHuntingAt : _giveUpAt);
        }
    }

    private void Begin(OrphanHunt hunt)
    {
        if (_isForbidden)
        {
            return;
        }

        _hunts.Add(hunt);
        Look(hunt.At, hunt);
    }

    private void Look(TimeSpan now, OrphanHunt hunt)
    {
        if (hunt.IsPending || (state.IsStopping && hunt.WorkerId is null))
        {
            return;
        }

        if (now < hunt.At)
        {
            state.Wake(hunt.At);
            return;
        }

        hunt.IsPending = true;
        hunt.AskedAt = now;
        hunt.Looks++;
        state.Do(new(WorkerActionKind.ListOrphans) { Hunt = hunt });
    }

    private static TimeSpan WaitOf(OrphanHunt hunt) =>
        hunt.WorkerId is not null ? Interval : Backoff.Bound(hunt.Looks, TimeSpan.FromSeconds(1), MaxPredecessorInterval);
}
