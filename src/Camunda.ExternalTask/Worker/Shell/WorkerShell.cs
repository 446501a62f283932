using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>
/// Feeds events to the core and performs its actions. The thread that brings an event runs the core under a lock, which takes microseconds, and then
/// performs the actions outside the lock. There is no loop that an event would have to wait for.
/// </summary>
internal sealed partial class WorkerShell
{
    private static readonly TimeSpan ForcedStop = TimeSpan.FromSeconds(1);

    /// <summary>A timer that runs later than this is reported, because half of a short lock is gone after that.</summary>
    private static readonly TimeSpan DelayLimit = TimeSpan.FromSeconds(1);

    private readonly Lock _sync = new();
    private readonly WorkerCore _core;
    private readonly EngineGateway _gateway;
    private readonly WorkerIdentity _ids;
    private readonly HandlerRunner _handlers;
    private readonly WorkerReporter _reporter;
    private readonly ShellClock _clock;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _timerAt = TimeSpan.MaxValue;

    public WorkerShell(WorkerCore core, EngineGateway gateway, WorkerIdentity ids, HandlerRunner handlers, WorkerReporter reporter, TimeProvider time)
    {
        _core = core;
        _gateway = gateway;
        _ids = ids;
        _handlers = handlers;
        _reporter = reporter;
        _clock = new(time, Tick);
    }

    private TimeSpan Now => _clock.Now;

    /// <summary>The maximum number of handlers that run at the same time.</summary>
    public int Slots => _core.Groups.Sum(static group => group.Plan.Slots);

    /// <summary>Whether nothing is left to be done, except that sweeps may still look for orphans of aborted polls.</summary>
    public bool HasStopped => _stopped.Task.IsCompleted;

    /// <summary>Whether nothing is left to be done, sweeps included.</summary>
    public bool IsOver => _over.Task.IsCompleted;

    /// <summary>Gives the groups new slots, locks and retries.</summary>
    public void Reload(IReadOnlyList<GroupPlan> plans) => Feed(plans, static (core, now, plans) => core.Reload(now, plans));

    public void Start() => Feed(0, static (core, now, _) => core.Start(now));

    /// <summary>Stops cleanly; a canceled token shortens the stop. A second stop may be the final one.</summary>
    /// <param name="keepSweeping">Whether the process keeps running, so that sweeps can continue after the stop for as long as the engine keeps an aborted poll.</param>
    /// <param name="cancellationToken">Ends the grace period.</param>
    public async Task StopAsync(bool keepSweeping, CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            _clock.FollowRealTime();
            _timerAt = TimeSpan.MaxValue;
        }

        Feed(keepSweeping, static (core, now, keepSweeping) => core.Stop(now, keepSweeping));
        try
        {
            await (keepSweeping ? _stopped : _over).Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await ForceStopAsync().ConfigureAwait(false);
        }

        if (!keepSweeping)
        {
            await _clock.DisposeAsync().ConfigureAwait(false);
            _handlers.Dispose();
        }
    }

    private void Tick(TimeSpan late)
    {
        if (late >= DelayLimit)
        {
            Delayed(late);
        }

        Feed(this, static (core, now, shell) =>
        {
            shell._timerAt = TimeSpan.MaxValue;
            core.Tick(now);
        });
    }

    /// <summary>The only way into the core: plays an event and performs the resulting actions.</summary>
    private void Feed<TEvent>(TEvent occurrence, Action<WorkerCore, TimeSpan, TEvent> play)
    {
        WorkerAction[] actions;
        lock (_sync)
        {
            play(_core, Now, occurrence);
            ArmTimer();
            actions = _core.TakeActions();
        }

        Perform(actions);
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
        _clock.TickAfter(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
    }

    private void Perform(WorkerAction[] actions)
    {
        foreach (ref readonly var action in actions.AsSpan())
        {
            switch (action.Kind)
            {
                case WorkerActionKind.SendPoll:
                    _ = PollAsync(action.Poll);
                    break;
                case WorkerActionKind.AbortPoll:
                    AbortPoll(action.Poll);
                    break;
                case WorkerActionKind.StartHandler:
                    StartHandler(action.Task);
                    break;
                case WorkerActionKind.CancelHandler:
                    // Callbacks of the token are the handler's code and may take their time.
                    ThreadPool.UnsafeQueueUserWorkItem(
                        static item => item.Shell.CancelHandler(item.Task, item.Reason), (Shell: this, Task: action.Task, action.Reason), preferLocal: false);
                    break;
                case WorkerActionKind.Settle:
                    _ = SettleAsync(action.Task);
                    break;
                case WorkerActionKind.ExtendLock or WorkerActionKind.Relock:
                    _ = LockAsync(action.Task, action.Kind == WorkerActionKind.Relock);
                    break;
                case WorkerActionKind.ListOrphans:
                    _ = ListOrphansAsync(action.Sweep);
                    break;
                case WorkerActionKind.UnlockOrphan:
                    _ = UnlockAsync(action.Orphan);
                    break;
                case WorkerActionKind.Report:
                    _reporter.Report(action.Occurrence);
                    break;
                case WorkerActionKind.ChooseBackoff:
                    // The user's strategy may block or recurse, so it gets a thread of the pool.
                    ThreadPool.UnsafeQueueUserWorkItem(static item => item.Shell.ChooseBackoff(item.Poll), (Shell: this, Poll: action.Poll), preferLocal: false);
                    break;
                case WorkerActionKind.Stopped:
                    _stopped.TrySetResult();
                    break;
                case WorkerActionKind.Over:
                    _over.TrySetResult();
                    break;
            }
        }
    }

    private async Task ForceStopAsync()
    {
        Feed(0, static (core, now, _) => core.StopNow(now));
        try
        {
            await _stopped.Task.WaitAsync(ForcedStop).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _reporter.Report(new WorkerEvent(WorkerEventKind.ShutdownForced) { Count = _core.InFlight });
        }
    }

    /// <summary>A defect in the worker must not stop it: it is reported, and counts as an outage.</summary>
    private EngineError Unexpected(Exception exception)
    {
        if (exception is not OperationCanceledException)
        {
            _reporter.InternalError(exception);
        }

        return new EngineError(0, exception.Message) { Cause = exception, IsAmbiguous = true };
    }
}
