namespace Camunda.ExternalTask;

/// <summary>
/// The worker's brain: events in, actions out. It has no task, no clock, no HTTP and no randomness of its own, so that every decision can be
/// tested and a simulation can play it from one seed. Not thread-safe: the shell gives it one event after the other.
/// </summary>
/// <remarks>
/// Times are durations on one monotonic clock. The parts: <see cref="PollPlanner"/> when to fetch and how much, <see cref="LockKeeper"/> how
/// locks are kept, <see cref="SettlePlanner"/> how results reach the engine, <see cref="OrphanHunter"/> what is locked for nobody.
/// </remarks>
internal sealed class WorkerCore
{
    private readonly CoreState _state;
    private readonly PollPlanner _polls;
    private readonly LockKeeper _locks;
    private readonly SettlePlanner _settling;
    private readonly OrphanHunter _orphans;
    private readonly ShutdownGrace _grace;
    private bool _isStopped;

    public WorkerCore(WorkerPlan plan)
    {
        _state = new(plan);
        _orphans = new(_state);
        _polls = new(_state, _orphans);
        _locks = new(_state);
        _settling = new(_state, _polls);
        _grace = new(_state, _settling);
    }

    /// <summary>When to call <see cref="Tick"/> at the latest.</summary>
    public TimeSpan WakeAt => _state.WakeAt;

    /// <summary>Tasks that are not yet done with.</summary>
    public int InFlight => _state.Tasks.Count;

    public IReadOnlyList<WorkerGroup> Groups => _state.Groups;

    public bool IsStopping => _state.IsStopping;

    /// <summary>Takes what is to be done since the last call.</summary>
    public WorkerAction[] TakeActions() => _state.TakeActions();

    public void Start(TimeSpan now)
    {
        _orphans.HuntPredecessors(now);
        _polls.PollAll(now);
    }

    /// <summary>A poll has been answered, or has failed, or both: the answer broke off after some tasks.</summary>
    /// <param name="now">The time.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="tasks">The tasks that came whole.</param>
    /// <param name="serverTime">The answer's <c>Date</c>, or null.</param>
    /// <param name="error">What went wrong, or null.</param>
    public void PollAnswered(TimeSpan now, WorkerPoll poll, IReadOnlyList<FetchedTask> tasks, DateTimeOffset? serverTime, EngineError? error)
    {
        _polls.Answered(now, poll, tasks.Count, error);
        foreach (var fetched in tasks)
        {
            Receive(now, poll, fetched, serverTime);
        }

        _polls.PollAll(now);
        StopIfDrained(now);
    }

    /// <summary>A handler has ended.</summary>
    public void HandlerEnded(TimeSpan now, WorkerTask task, in TaskOutcome outcome)
    {
        if (task.Phase != TaskPhase.Running)
        {
            return;
        }

        task.Group.Running--;
        if (task.Cancelled is CancelReason.LockLost or CancelReason.Gone)
        {
            _state.Report(WorkerNote.ResultDropped, task);
            End(now, task);
        }
        else
        {
            task.Settlement = Settlement.Of(outcome, task.Fetched.Retries, task.Subscription.RetryCycle);
            _settling.Begin(now, task);
        }

        _polls.Poll(now, task.Group);
        StopIfDrained(now);
    }

    /// <summary>The engine has answered a settlement.</summary>
    public void SettleAnswered(TimeSpan now, WorkerTask task, EngineError? error)
    {
        _settling.Answered(now, task, error);
        AfterSettling(now, task);
    }

    /// <summary>A settlement cannot be written: the output holds something that must not be sent.</summary>
    public void SettleUnwritable(TimeSpan now, WorkerTask task, string reason)
    {
        _settling.Unwritable(now, task, reason);
        AfterSettling(now, task);
    }

    /// <summary>The engine has answered an extension of a lock, or a new lock.</summary>
    public void LockAnswered(TimeSpan now, WorkerTask task, bool isRelock, TimeSpan sentAt, EngineError? error)
    {
        _locks.Answered(now, task, isRelock, sentAt, error);
        AfterSettling(now, task);
    }

    /// <summary>A handler has extended its lock by itself.</summary>
    public void LockExtended(TimeSpan now, WorkerTask task, TimeSpan until) => _locks.Extended(now, task, until);

    /// <summary>A hunt has its list of locked tasks.</summary>
    public void OrphansListed(TimeSpan now, OrphanHunt hunt, IReadOnlyList<string> taskIds, EngineError? error)
    {
        _orphans.Listed(now, hunt, taskIds, error);
        StopIfDrained(now);
    }

    /// <summary>Stops: no new poll, handlers get the shutdown grace, results still go out.</summary>
    /// <param name="now">The time.</param>
    /// <param name="keepHunting">Whether somebody goes on waking the core after it has stopped, so that it can look after aborted polls.</param>
    public void Stop(TimeSpan now, bool keepHunting = false)
    {
        if (_state.IsStopping)
        {
            return;
        }

        _state.IsStopping = true;
        _grace.Begin(now);
        _orphans.Stop(now, keepHunting);
        _polls.Stop(now);
        foreach (var task in _state.Tasks.Values)
        {
            if (task.Phase == TaskPhase.Held)
            {
                _settling.GiveBack(now, task);
            }
        }

        StopIfDrained(now);
    }

    /// <summary>The host will not wait any longer: the grace is over now.</summary>
    public void StopNow(TimeSpan now)
    {
        Stop(now);
        _grace.EndNow(now);
        Tick(now);
    }

    public CoreHealth ReadHealth(TimeSpan now) => HealthReader.Read(_state, now);

    /// <summary>Time has passed.</summary>
    public void Tick(TimeSpan now)
    {
        if (now < _state.WakeAt)
        {
            return;
        }

        _state.WakeAt = TimeSpan.MaxValue;
        foreach (var task in _state.Tasks.Values)
        {
            _locks.Tick(now, task);
            _settling.Tick(now, task);
        }

        _polls.Tick(now);
        _orphans.Tick(now);
        _grace.Tick(now);
        RemoveEnded(now);
        StopIfDrained(now);
    }

    private void Receive(TimeSpan now, WorkerPoll poll, FetchedTask fetched, DateTimeOffset? serverTime)
    {
        var subscription = poll.Group.Plan.Subscriptions.FirstOrDefault(candidate => candidate.Topic == fetched.TopicName);
        if (subscription is null)
        {
            _state.Report(WorkerNote.UnknownTopic, taskId: fetched.TaskId);
            _state.Do(new(WorkerActionKind.UnlockOrphan) { TaskId = fetched.TaskId });
            return;
        }

        var task = new WorkerTask(fetched, poll.Group, subscription) { WorkerId = poll.WorkerId };
        _locks.Begin(now, task, serverTime);
        if (_state.Tasks.TryGetValue(fetched.TaskId, out var earlier))
        {
            ReceiveAgain(earlier, task);
            return;
        }

        if (_state.IsStopping)
        {
            _state.Tasks.Add(fetched.TaskId, task);
            task.Settlement = Settlement.Unlock;
            _settling.Begin(now, task);
            return;
        }

        _state.Tasks.Add(fetched.TaskId, task);
        StartHandler(task);
    }

    /// <summary>
    /// The lock had expired and this worker got the task again. Where the earlier handler still works on it, or its result is on the way, the
    /// new lock is theirs and the task is not run twice. Where it was told that it lost the task, the new run waits for its end.
    /// </summary>
    private void ReceiveAgain(WorkerTask earlier, WorkerTask task)
    {
        _state.Report(WorkerNote.DuplicateDelivery, task);
        if (earlier.Cancelled == CancelReason.None)
        {
            earlier.WorkerId = task.WorkerId;
            earlier.LockedUntil = task.LockedUntil;
            earlier.LockCallAt = task.LockCallAt;
        }
        else if (earlier.Successor is null)
        {
            earlier.Successor = task;
            task.Group.Running++;
        }
    }

    private void StartHandler(WorkerTask task)
    {
        task.Group.Running++;
        _state.Do(new(WorkerActionKind.StartHandler) { Task = task });
    }

    private void AfterSettling(TimeSpan now, WorkerTask task)
    {
        if (task.Phase == TaskPhase.Ended)
        {
            End(now, task);
        }

        _polls.Poll(now, task.Group);
        StopIfDrained(now);
    }

    private void End(TimeSpan now, WorkerTask task)
    {
        task.Phase = TaskPhase.Ended;
        if (!_state.Tasks.TryGetValue(task.Fetched.TaskId, out var current) || current != task)
        {
            return;
        }

        _state.Tasks.Remove(task.Fetched.TaskId);
        if (task.Successor is not { } successor)
        {
            return;
        }

        _state.Tasks.Add(successor.Fetched.TaskId, successor);
        _state.Wake(successor.LockCallAt);
        if (_state.IsStopping)
        {
            successor.Group.Running--;
            successor.Settlement = Settlement.Unlock;
            _settling.Begin(now, successor);
        }
        else
        {
            _state.Do(new(WorkerActionKind.StartHandler) { Task = successor });
        }
    }

    private void RemoveEnded(TimeSpan now)
    {
        foreach (var task in _state.Tasks.Values.Where(task => task.Phase == TaskPhase.Ended).ToList())
        {
            End(now, task);
        }
    }

    private void StopIfDrained(TimeSpan now)
    {
        if (!_state.IsStopping || _isStopped || _state.Tasks.Count > 0 || _state.Groups.Any(group => group.IsPolling) || _orphans.IsHunting(now))
        {
            return;
        }

        _isStopped = true;
        _state.Do(new(WorkerActionKind.Stopped));
    }
}
