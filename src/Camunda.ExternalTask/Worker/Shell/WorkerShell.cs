namespace Camunda.ExternalTask;

/// <summary>
/// Feeds the core events and performs its actions. Whatever thread an event comes on runs the core under a lock, which takes microseconds, and
/// then performs the actions outside of it: no event waits for a loop to come round.
/// </summary>
internal sealed class WorkerShell
{
    private static readonly TimeSpan ForcedStop = TimeSpan.FromSeconds(1);

    private readonly Lock _sync = new();
    private readonly WorkerCore _core;
    private readonly EngineGateway _gateway;
    private readonly PredecessorId _ids;
    private readonly HandlerFailures _failures;
    private readonly WorkerReporter _reporter;
    private readonly IServiceProvider _services;
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly ITimer _timer;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _timerAt = TimeSpan.MaxValue;

    public WorkerShell(
        WorkerCore core, EngineGateway gateway, PredecessorId ids, HandlerFailures failures, WorkerReporter reporter, IServiceProvider services, TimeProvider time)
    {
        _core = core;
        _gateway = gateway;
        _ids = ids;
        _failures = failures;
        _reporter = reporter;
        _services = services;
        _time = time;
        _origin = time.GetTimestamp();
        _timer = time.CreateTimer(static state => ((WorkerShell)state!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    public void Start()
    {
        WorkerAction[] actions;
        lock (_sync)
        {
            _core.Start(Now);
            actions = TakeActions();
        }

        Perform(actions);
    }

    /// <summary>Stops cleanly; a cancelled token only makes it quicker.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        WorkerAction[] actions;
        lock (_sync)
        {
            _core.Stop(Now);
            actions = TakeActions();
        }

        Perform(actions);
        try
        {
            await _stopped.Task.WaitAsync(Timeout.InfiniteTimeSpan, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await ForceStopAsync().ConfigureAwait(false);
        }

        await _timer.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Runs a handler to its end, whatever that is.</summary>
    public async Task RunHandlerAsync(TaskRun run)
    {
        var task = run.Task;
        TaskOutcome outcome;
        run.StartedAt = _time.GetTimestamp();
        try
        {
            using var scope = _reporter.BeginTask(task);
            outcome = await run.Handler.InvokeAsync(_services, new ExternalTaskContext(task.Fetched, run), run.CancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (run.Reason == CancelReason.Shutdown)
        {
            outcome = TaskOutcome.Released();
        }
        catch (Exception exception)
        {
            run.Failure = exception;
            outcome = _failures.ToOutcome(exception);
        }

        run.Elapsed = _time.GetElapsedTime(run.StartedAt);
        WorkerAction[] actions;
        lock (_sync)
        {
            _core.HandlerEnded(Now, task, outcome);
            actions = TakeActions();
        }

        Perform(actions);
    }

    /// <summary>Extends a lock for the handler that runs under it.</summary>
    public async Task ExtendLockAsync(WorkerTask task, TimeSpan duration, CancellationToken cancellationToken)
    {
        var sentAt = Now;
        if (await _gateway.LockAsync(task, isRelock: false, duration, cancellationToken).ConfigureAwait(false) is { } error)
        {
            throw new EngineException($"extendLock of task '{task.Fetched.TaskId}'", error);
        }

        lock (_sync)
        {
            _core.LockExtended(Now, task, sentAt + duration);
            ArmTimer();
        }
    }

    private void Tick()
    {
        WorkerAction[] actions;
        lock (_sync)
        {
            _timerAt = TimeSpan.MaxValue;
            _core.Tick(Now);
            actions = TakeActions();
        }

        Perform(actions);
    }

    private WorkerAction[] TakeActions()
    {
        ArmTimer();
        return _core.TakeActions();
    }

    private void ArmTimer()
    {
        var at = _core.WakeAt;
        if (at >= _timerAt)
        {
            return;
        }

        _timerAt = at;
        var wait = at - Now;
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private void Perform(WorkerAction[] actions)
    {
        foreach (ref readonly var action in actions.AsSpan())
        {
            switch (action.Kind)
            {
                case WorkerActionKind.SendPoll:
                    _ = PollAsync(action.Poll!);
                    break;
                case WorkerActionKind.AbortPoll:
                    action.Poll!.Abort?.Cancel();
                    break;
                case WorkerActionKind.StartHandler:
                    StartHandler(action.Task!);
                    break;
                case WorkerActionKind.CancelHandler:
                    // Callbacks of the token are the handler's code and may take their time.
                    ThreadPool.UnsafeQueueUserWorkItem(static item => item.Run.Cancel(item.Reason), (Run: action.Task!.Run!, action.Reason), preferLocal: false);
                    break;
                case WorkerActionKind.Settle:
                    _ = SettleAsync(action.Task!);
                    break;
                case WorkerActionKind.ExtendLock or WorkerActionKind.Relock:
                    _ = LockAsync(action.Task!, action.Kind == WorkerActionKind.Relock);
                    break;
                case WorkerActionKind.ListOrphans:
                    _ = ListOrphansAsync(action.Hunt!);
                    break;
                case WorkerActionKind.UnlockOrphan:
                    _ = UnlockAsync(action.TaskId!);
                    break;
                case WorkerActionKind.Report:
                    _reporter.Report(action);
                    break;
                case WorkerActionKind.Stopped:
                    _stopped.TrySetResult();
                    break;
            }
        }
    }

    private void StartHandler(WorkerTask task)
    {
        var run = new TaskRun(task, task.Subscription.Handler!, this);
        task.Run = run;
        ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: false);
    }

    private async Task PollAsync(WorkerPoll poll)
    {
        using var abort = new CancellationTokenSource();
        poll.Abort = abort;
        PollAnswer answer;
        try
        {
            answer = await _gateway.PollAsync(poll, poll.Group.Plan.TopicsJson, poll.Group.Plan.TopicNames, abort.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            answer = new([], null, Unexpected(exception));
        }

        WorkerAction[] actions;
        lock (_sync)
        {
            poll.Abort = null;
            _core.PollAnswered(Now, poll, answer.Tasks, answer.ServerTime, answer.Error);
            actions = TakeActions();
        }

        Perform(actions);
    }

    private async Task SettleAsync(WorkerTask task)
    {
        EngineError? error = null;
        string? unwritable = null;
        try
        {
            error = await _gateway.SettleAsync(task, CancellationToken.None).ConfigureAwait(false);
        }
        catch (EngineOutputException exception)
        {
            unwritable = exception.Message;
        }
        catch (Exception exception)
        {
            error = Unexpected(exception);
        }

        WorkerAction[] actions;
        lock (_sync)
        {
            if (unwritable is not null)
            {
                _core.SettleUnwritable(Now, task, unwritable);
            }
            else
            {
                _core.SettleAnswered(Now, task, error);
            }

            actions = TakeActions();
        }

        Perform(actions);
    }

    private async Task LockAsync(WorkerTask task, bool isRelock)
    {
        var sentAt = Now;
        EngineError? error;
        try
        {
            error = await _gateway.LockAsync(task, isRelock, task.Subscription.LockDuration, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            error = Unexpected(exception);
        }

        WorkerAction[] actions;
        lock (_sync)
        {
            _core.LockAnswered(Now, task, isRelock, sentAt, error);
            actions = TakeActions();
        }

        Perform(actions);
    }

    private async Task ListOrphansAsync(OrphanHunt hunt)
    {
        List<string> ids = [];
        EngineError? error = null;
        try
        {
            foreach (var (workerId, topic) in QueriesOf(hunt))
            {
                (var found, error) = await _gateway.ListLockedAsync(workerId, topic, CancellationToken.None).ConfigureAwait(false);
                ids.AddRange(found.Where(task => workerId is not null || _ids.IsDeadPredecessor(task.WorkerId)).Select(task => task.Id));
            }
        }
        catch (Exception exception)
        {
            error = Unexpected(exception);
        }

        WorkerAction[] actions;
        lock (_sync)
        {
            _core.OrphansListed(Now, hunt, ids, error);
            actions = TakeActions();
        }

        Perform(actions);
    }

    private IEnumerable<(string? WorkerId, string? Topic)> QueriesOf(OrphanHunt hunt) => hunt.WorkerId is { } workerId
        ? [(workerId, null)]
        : _core.Groups.SelectMany(group => group.Plan.TopicNames).Distinct().Select(topic => ((string?)null, (string?)topic));

    private async Task UnlockAsync(string taskId)
    {
        try
        {
            // A failure is no loss: the hunt looks again, and finds the task again.
            await _gateway.UnlockAsync(taskId, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Unexpected(exception);
        }
    }

    private async Task ForceStopAsync()
    {
        WorkerAction[] actions;
        lock (_sync)
        {
            _core.StopNow(Now);
            actions = TakeActions();
        }

        Perform(actions);
        try
        {
            await _stopped.Task.WaitAsync(ForcedStop, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _reporter.DrainForced(_core.InFlight);
        }
    }

    /// <summary>A defect of ours must not silence the worker: it is said, and counts as an outage.</summary>
    private EngineError Unexpected(Exception exception)
    {
        if (exception is not OperationCanceledException)
        {
            _reporter.Unexpected(exception);
        }

        return new EngineError(0, exception.Message) { Cause = exception, IsAmbiguous = true };
    }
}
