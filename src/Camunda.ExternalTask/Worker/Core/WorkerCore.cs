using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>
/// Decides what a worker does: it receives events and returns actions. It uses no threads, clock or HTTP, and its random numbers come from a seed,
/// so tests can check each decision, and a simulation can repeat a run. Not thread-safe: the shell passes one event at a time.
/// </summary>
/// <remarks>
/// Times are durations on one monotonic clock. <see cref="PollPlanner"/> decides when to fetch and for how many tasks, <see cref="LockKeeper"/> when to
/// extend locks, <see cref="SettlePlanner"/> how results reach the engine, <see cref="OrphanSweeper"/> which locked tasks no worker received.
/// </remarks>
internal sealed partial class WorkerCore
{
    private const string ListOfOrphans = "list";

    private readonly CoreState _state;
    private readonly PollPlanner _polls;
    private readonly LockKeeper _locks;
    private readonly SettlePlanner _settling;
    private readonly OrphanSweeper _orphans;
    private readonly ShutdownGrace _grace;
    private readonly AnswerDelay _delay = new();
    private bool _isStopped;
    private bool _isOver;

    public WorkerCore(WorkerPlan plan)
    {
        _state = new(plan);
        _locks = new(_state);
        _orphans = new(_state, _locks);
        _polls = new(_state, _orphans);
        _settling = new(_state, _polls, _orphans);
        _grace = new(_state, _settling);
    }

    /// <summary>When to call <see cref="Tick"/> at the latest.</summary>
    public TimeSpan WakeAt => _state.WakeAt;

    /// <summary>Tasks for which something is left to be done.</summary>
    public int InFlight => _state.Tasks.Count;

    public IReadOnlyList<WorkerGroup> Groups => _state.Groups;

    /// <summary>The application's back-off strategy, or null.</summary>
    public Func<PollResult, TimeSpan>? BackoffStrategy => _state.Plan.Backoff.Strategy;

    /// <summary>Takes the actions since the last call.</summary>
    public WorkerAction[] TakeActions() => _state.TakeActions();

    public void Start(TimeSpan now)
    {
        _orphans.SweepPredecessors(now);
        _polls.PollAll(now);
    }

    /// <summary>A poll was answered or failed, or both: the response broke off after some tasks.</summary>
    /// <param name="now">The time.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="answer">The response.</param>
    public void PollAnswered(TimeSpan now, WorkerPoll poll, PollAnswer answer)
    {
        Heard(now, poll.Group.Plan.Name, answer.Tasks.Count > 0 ? null : answer.Error);
        _polls.Answered(now, poll, answer);
        var delay = _delay.Of(now, poll, answer.ServerTime);
        foreach (var fetched in answer.Tasks)
        {
            Receive(now, poll, fetched, answer.ServerTime, delay);
        }

        if (answer.Oversized is { } oversized)
        {
            Refuse(now, poll, oversized, answer);
        }

        _polls.PollAll(now);
        StopIfDrained(now);
    }

    /// <summary>The application's back-off strategy returned a delay, or threw.</summary>
    public void BackoffChosen(TimeSpan now, WorkerPoll poll, TimeSpan wait, Exception? failure) => _polls.Chosen(now, poll, wait, failure);

    /// <summary>A handler ended.</summary>
    public void HandlerEnded(TimeSpan now, WorkerTask task, in TaskOutcome outcome)
    {
        if (task.Phase != TaskPhase.Running)
        {
            return;
        }

        task.Group.Running--;
        if (task.IsLost)
        {
            _state.Report(WorkerEventKind.ResultDropped, task);
            End(now, task);
        }
        else if (outcome.Kind == TaskOutcomeKind.Detached)
        {
            Detach(now, task);
        }
        else
        {
            _settling.Begin(now, task, Settlement.Of(outcome, task.Fetched.Retries, task.Subscription.RetryCycle));
            EndIfEnded(now, task);
        }

        _polls.Poll(now, task.Group);
        StopIfDrained(now);
    }

    /// <summary>A settlement was answered.</summary>
    /// <param name="now">The time.</param>
    /// <param name="task">The task.</param>
    /// <param name="error">Why the call failed, or null.</param>
    /// <param name="isCaught">Whether the engine created no incident for a failure without retries.</param>
    public void SettleAnswered(TimeSpan now, WorkerTask task, EngineError? error, bool isCaught = false)
    {
        Heard(now, task.Fetched.TaskId, error);
        if (isCaught && task.Delivery is { } delivery)
        {
            delivery.IsCaught = true;
        }

        if (task is { Phase: TaskPhase.Ended, Settlement.Kind: SettlementKind.Unlock } && _state.Tasks.TryGetValue(task.Fetched.TaskId, out var current))
        {
            // The engine does not check whose lock an unlock removes. It may have been the new lock.
            _locks.Verify(now, current);
        }

        _settling.Answered(now, task, error);
        AfterSettling(now, task);
    }

    /// <summary>A settlement cannot be written, because the output contains a value that must not be sent.</summary>
    public void SettleUnwritable(TimeSpan now, WorkerTask task, Exception reason)
    {
        _settling.Unwritable(now, task, reason);
        AfterSettling(now, task);
    }

    /// <summary>A call that extends a lock, or locks a task again, was answered.</summary>
    public void LockAnswered(TimeSpan now, WorkerTask task, bool isRelock, TimeSpan sentAt, EngineError? error)
    {
        Heard(now, task.Fetched.TaskId, error);
        _locks.Answered(now, task, isRelock, sentAt, error);
        _settling.LockCallEnded(now, task);
        if (task is { Phase: TaskPhase.Detaching, Lock.IsCallPending: false } && error is null or { IsGone: true } or { Status: 400 })
        {
            End(now, task);
        }

        AfterSettling(now, task);
    }

    /// <summary>Whether a lock call that had to wait for another one is still needed.</summary>
    public bool NeedsLockCall(TimeSpan now, WorkerTask task)
    {
        var isNeeded = _locks.NeedsCall(now, task);
        if (!isNeeded)
        {
            _settling.LockCallEnded(now, task);
            EndIfEnded(now, task);
        }

        return isNeeded;
    }

    /// <summary>A handler extended its lock.</summary>
    public void LockExtended(TimeSpan now, WorkerTask task, TimeSpan until, string calledAs) => _locks.Extended(now, task, until, calledAs);

    /// <summary>A handler's extension failed. The engine may have carried it out, and the new lock may be shorter than the one that the worker knows.</summary>
    public void LockExtensionFailed(TimeSpan now, WorkerTask task) => _locks.Verify(now, task);

    /// <summary>The list of a sweep was answered.</summary>
    public void OrphansListed(TimeSpan now, OrphanSweep sweep, IReadOnlyList<LockedTask> tasks, EngineError? error)
    {
        Heard(now, ListOfOrphans, error);
        _orphans.Listed(now, sweep, tasks, error);
        StopIfDrained(now);
    }

    /// <summary>The call that releases an orphan was answered.</summary>
    public void OrphanUnlocked(TimeSpan now, string taskId, EngineError? error)
    {
        Heard(now, taskId, error);
        _orphans.Unlocked(now, taskId, error);
        StopIfDrained(now);
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
        if (_isOver)
        {
            return;
        }

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

    /// <summary>A call was answered, or failed. An answer that ends an outage also ends the back-off of polls and sweeps.</summary>
    private void Heard(TimeSpan now, string source, EngineError? error)
    {
        if (_state.Gate.Heard(now, source, error))
        {
            _polls.OutageOver(now);
            _orphans.EngineAnswered(now);
        }
    }
}
