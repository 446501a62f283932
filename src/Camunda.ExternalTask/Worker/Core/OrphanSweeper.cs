using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>
/// Finds tasks that are locked although no worker received them, and unlocks them. One list is requested at a time, and after a failed list the next
/// one waits, so an outage of the engine does not multiply requests.
/// </summary>
internal sealed partial class OrphanSweeper(CoreState state, LockKeeper locks)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxPredecessorInterval = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan RetryAfterError = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MaxRetryAfterError = TimeSpan.FromSeconds(30);
    /// <summary>A list, and a call that releases a task, usually take milliseconds. One that hangs is given up soon, and the next attempts get more time.</summary>
    private static readonly TimeSpan FirstTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromSeconds(16);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>Without the right to list tasks, the worker asks again after this time: an operator may grant the right, or a gateway refused by mistake.</summary>
    private static readonly TimeSpan ForbiddenFor = TimeSpan.FromMinutes(5);

    /// <summary>An older list is not acted on: the locks in it may have expired, and other workers may have the tasks.</summary>
    private static readonly TimeSpan MaxListAge = TimeSpan.FromSeconds(5);

    private readonly List<OrphanSweep> _sweeps = [];
    private readonly OrphanUnlocker _unlocker = new(state);
    private TimeSpan _notBefore;
    private int _failures;
    private TimeSpan? _forbiddenUntil;

    /// <summary>Sweeps for tasks that a poll without a usable answer has locked, or may still lock.</summary>
    public void Sweep(TimeSpan now, WorkerPoll poll, IReadOnlyList<FetchedTask> delivered)
    {
        ProlongStop(now);
        Begin(now, new OrphanSweep(poll.WorkerId, delivered, poll.Timeout + Margin, now));
    }

    /// <summary>
    /// Looks whether the engine has released a task whose release had no answer, or whose lock has expired. A blind release could remove
    /// the lock of the worker that has fetched the task since.
    /// </summary>
    /// <remarks>If the engine forbids to list tasks, the worker asks once by extending the lock.</remarks>
    public void SweepReleased(TimeSpan now, WorkerTask task)
    {
        ProlongStop(now);
        if (IsForbidden(now))
        {
            _unlocker.Unlock(new(task.Fetched.TaskId, task.Lock.WorkerId) { Timeout = FirstTimeout }, sweep: null);
        }

        Begin(now, new OrphanSweep(task.Lock.WorkerId, [], Margin, now) { OnlyTask = task.Fetched.TaskId });
    }

    /// <summary>Sweeps for tasks that dead processes of this worker on this machine left locked, or that their polls may still lock.</summary>
    public void SweepPredecessors(TimeSpan now) => Begin(now, new OrphanSweep(workerId: null, [], state.Plan.PollTimeout + Margin, now));

    /// <summary>A poll was answered: the engine works, so sweeps need not wait any longer.</summary>
    public void EngineAnswered(TimeSpan now)
    {
        if (_failures > 0)
        {
            _failures = 0;
            _notBefore = now;
            Look(now);
        }
    }

    /// <summary>The call that releases an orphan was answered. If it failed, the sweep looks for the task again.</summary>
    public void Unlocked(TimeSpan now, string taskId, EngineError? error)
    {
        if (_unlocker.Answered(taskId, error) is not { } sweep)
        {
            return;
        }

        sweep.FailedReleases++;
        sweep.Prolong(now + RetryAfterError);
        sweep.At = now + RetryAfterError;
        if (!_sweeps.Contains(sweep))
        {
            _sweeps.Add(sweep);
        }

        state.Wake(sweep.At);
    }

    /// <summary>Unlocks a task that no handler of this worker processes.</summary>
    public void Unlock(FetchedTask task) => _unlocker.Unlock(new(task.TaskId, task.WorkerId) { Timeout = FirstTimeout }, sweep: null);

    public void Listed(TimeSpan now, OrphanSweep sweep, IReadOnlyList<LockedTask> tasks, EngineError? error)
    {
        sweep.IsPending = false;
        if (tasks.Count > 0 && now - sweep.AskedAt > MaxListAge)
        {
            Look(now);
            return;
        }

        if (error is { Status: 403 })
        {
            _forbiddenUntil = now + ForbiddenFor;
        }

        Release(now, sweep, tasks);
        if (error is null)
        {
            sweep.EngineAnswered();
            _failures = 0;
            _notBefore = now;
        }
        else
        {
            // Without an answer, a stop waits for one attempt only.
            sweep.HasLooked = true;
            _notBefore = now + Backoff.Bound(++_failures, RetryAfterError, MaxRetryAfterError);
        }

        if (IsForbidden(now) || (error is null && sweep.AskedAt >= sweep.Until) || _deadline.Ends(now, sweep))
        {
            _sweeps.Remove(sweep);
        }
        else
        {
            sweep.At = now + WaitOf(sweep);
        }

        Look(now);
    }

    public void Tick(TimeSpan now)
    {
        Look(now);
        if (state.IsStopping)
        {
            _deadline.Wake(now);
        }
    }

    private void Release(TimeSpan now, OrphanSweep sweep, IReadOnlyList<LockedTask> tasks)
    {
        var orphans = 0;
        foreach (var task in tasks)
        {
            if (state.Tasks.TryGetValue(task.TaskId, out var known))
            {
                // The lock of a task in progress had expired, and the engine locked the task again for a poll of this worker whose answer was lost.
                if (sweep.WorkerId is { } workerId)
                {
                    locks.Adopt(now, known, workerId, sweep.AskedAt);
                }
            }
            else if (!sweep.Spares(task.TaskId) && _unlocker.Unlock(task with { Timeout = Backoff.Bound(sweep.FailedReleases + 1, FirstTimeout, MaxTimeout) }, sweep))
            {
                orphans++;
            }
        }

        if (orphans > 0)
        {
            state.Report(new(WorkerEventKind.OrphansFound) { Count = orphans });
        }
    }

    private void Begin(TimeSpan now, OrphanSweep sweep)
    {
        if (!IsForbidden(now))
        {
            _sweeps.Add(sweep);
            Look(now);
        }
    }

    private bool IsForbidden(TimeSpan now) => now < _forbiddenUntil;

    private void Look(TimeSpan now)
    {
        Look(now, ofPredecessors: false);
        if (!state.IsStopping)
        {
            Look(now, ofPredecessors: true);
        }
    }

    /// <summary>Requests the list that is due first, if none is pending.</summary>
    private void Look(TimeSpan now, bool ofPredecessors)
    {
        OrphanSweep? next = null;
        foreach (var sweep in _sweeps)
        {
            if (sweep.WorkerId is null != ofPredecessors)
            {
                continue;
            }

            if (sweep.IsPending)
            {
                return;
            }

            next = next is null || sweep.At < next.At ? sweep : next;
        }

        if (next is null)
        {
            return;
        }

        var at = next.At > _notBefore || (state.IsStopping && !next.HasLooked) ? next.At : _notBefore;
        if (now < at)
        {
            state.Wake(at);
            return;
        }

        next.IsPending = true;
        next.AskedAt = now;
        next.Timeout = Backoff.Bound(_failures + 1, FirstTimeout, MaxTimeout);
        next.Looks++;
        state.Do(WorkerAction.ListOrphans(next));
    }

    /// <summary>Many sweeps share the requests, so each looks less often.</summary>
    private TimeSpan WaitOf(OrphanSweep sweep)
    {
        if (sweep.WorkerId is null)
        {
            return Backoff.Bound(sweep.Looks, TimeSpan.FromSeconds(1), MaxPredecessorInterval);
        }

        var shared = Gap * _sweeps.Count;
        return shared > Interval ? shared : Interval;
    }
}
