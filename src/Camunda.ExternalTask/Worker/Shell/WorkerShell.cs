using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>
/// Feeds the core events and performs its actions. Whatever thread an event comes on runs the core under a lock, which takes microseconds, and
/// then performs the actions outside of it: no event waits for a loop to come round.
/// </summary>
internal sealed partial class WorkerShell
{
    private static readonly TimeSpan ForcedStop = TimeSpan.FromSeconds(1);

    private readonly Lock _sync = new();
    private readonly WorkerCore _core;
    private readonly EngineGateway _gateway;
    private readonly PredecessorId _ids;
    private readonly HandlerRunner _handlers;
    private readonly WorkerReporter _reporter;
    private readonly ShellClock _clock;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _timerAt = TimeSpan.MaxValue;

    public WorkerShell(WorkerCore core, EngineGateway gateway, PredecessorId ids, HandlerRunner handlers, WorkerReporter reporter, TimeProvider time)
    {
        _core = core;
        _gateway = gateway;
        _ids = ids;
        _handlers = handlers;
        _reporter = reporter;
        _clock = new(time, Tick);
    }

    private TimeSpan Now => _clock.Now;

    /// <summary>How many handlers run at once at most.</summary>
    public int Slots => _core.Groups.Sum(static group => group.Plan.Slots);

    /// <summary>Whether nothing is left to be done, except that orphans of aborted polls may still be looked for.</summary>
    public bool HasStopped => _stopped.Task.IsCompleted;

    /// <summary>Whether nothing is left to be done, not even looking for orphans.</summary>
    public bool IsOver => _over.Task.IsCompleted;

    public void Start() => Feed(0, static (core, now, _) => core.Start(now));

    /// <summary>Stops cleanly; a cancelled token only makes it quicker. A second stop may be the final one.</summary>
    /// <param name="keepHunting">Whether the process lives on, and can look after an aborted poll for as long as the engine keeps it, long after the stop.</param>
    /// <param name="cancellationToken">Ends the grace.</param>
    public async Task StopAsync(bool keepHunting, CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            _clock.FollowRealTime();
            _timerAt = TimeSpan.MaxValue;
        }

        Feed(keepHunting, static (core, now, keepHunting) => core.Stop(now, keepHunting));
        try
        {
            await (keepHunting ? _stopped : _over).Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await ForceStopAsync().ConfigureAwait(false);
        }

        if (!keepHunting)
        {
            await _clock.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void Tick() => Feed(this, static (core, now, shell) =>
    {
        shell._timerAt = TimeSpan.MaxValue;
        core.Tick(now);
    });

    /// <summary>The one way into the core: an event goes in, what it leads to is done.</summary>
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
                    _ = PollAsync(action.Poll!);
                    break;
                case WorkerActionKind.AbortPoll:
                    AbortPoll(action.Poll!);
                    break;
                case WorkerActionKind.StartHandler:
                    StartHandler(action.Task!);
                    break;
                case WorkerActionKind.CancelHandler:
                    // Callbacks of the token are the handler's code and may take their time.
                    ThreadPool.UnsafeQueueUserWorkItem(static item => item.Shell.CancelHandler(item.Task, item.Reason), (Shell: this, Task: action.Task!, action.Reason), preferLocal: false);
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
                case WorkerActionKind.ChooseBackoff:
                    // Whatever the user's rule does, it takes neither the time of others nor their stack.
                    ThreadPool.UnsafeQueueUserWorkItem(static item => item.Shell.ChooseBackoff(item.Poll), (Shell: this, Poll: action.Poll!), preferLocal: false);
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

    private void ChooseBackoff(WorkerPoll poll)
    {
        TimeSpan wait = default;
        Exception? failure = null;
        try
        {
            wait = _core.BackoffStrategy!(poll.Result!);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        Feed((poll, wait, failure), static (core, now, chosen) => core.BackoffChosen(now, chosen.poll, chosen.wait, chosen.failure));
    }

    private void AbortPoll(WorkerPoll poll)
    {
        if (poll.Abort?.TryCancel() is { } failure)
        {
            _reporter.Unexpected(failure);
        }
    }

    private async Task PollAsync(WorkerPoll poll)
    {
        using var abort = new CancellationTokenSource();
        poll.Abort = abort;
        PollAnswer answer;
        _reporter.PollStarted(poll);
        try
        {
            answer = await _gateway.PollAsync(poll, poll.Group.Plan.TopicsJson, poll.Group.Plan.TopicNames, abort.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            answer = new([], null, Unexpected(exception));
        }

        _reporter.PollEnded(poll, Now - poll.SentAt, answer);
        Feed((poll, answer), static (core, now, answered) =>
        {
            answered.poll.Abort = null;
            core.PollAnswered(now, answered.poll, answered.answer);
        });
    }

    private async Task SettleAsync(WorkerTask task)
    {
        EngineError? error;
        var settlement = task.Settlement!;
        try
        {
            error = await _gateway.SettleAsync(task, CancellationToken.None).ConfigureAwait(false);
        }
        catch (EngineOutputException exception)
        {
            _reporter.Settled(task, settlement, error: null, exception);
            Feed((task, exception.Message), static (core, now, unwritable) => core.SettleUnwritable(now, unwritable.task, unwritable.Message));
            return;
        }
        catch (Exception exception)
        {
            error = Unexpected(exception);
        }

        _reporter.Settled(task, settlement, error);
        Feed((task, error), static (core, now, answered) => core.SettleAnswered(now, answered.task, answered.error));
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
