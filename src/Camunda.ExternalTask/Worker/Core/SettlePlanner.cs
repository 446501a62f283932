using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>Brings results to the engine and repeats a call for as long as it can succeed.</summary>
internal sealed partial class SettlePlanner(CoreState state, PollPlanner polls, OrphanSweeper orphans)
{
    /// <summary>The engine accepts a result after the lock has expired, unless another worker has locked the task. The worker tries for this long.</summary>
    private static readonly TimeSpan AfterLock = TimeSpan.FromMinutes(5);

    /// <summary>Sends the settlement of a task whose handler has ended.</summary>
    public void Begin(TimeSpan now, WorkerTask task, Settlement settlement)
    {
        task.Phase = TaskPhase.Settling;
        task.Delivery = new(settlement, now);
        task.Group.Settling++;
        Send(now, task, task.Delivery);
    }

    /// <summary>The engine has carried out the settlement, although its response has not been read. A repetition would hit the new lock.</summary>
    public void CarriedOut(TimeSpan now, WorkerTask task)
    {
        Done(now, task, task.Settlement!);
        End(task);
    }

    public void Tick(TimeSpan now, WorkerTask task)
    {
        if (task.Phase is not (TaskPhase.Settling or TaskPhase.Held) || task.Delivery!.IsPending)
        {
            return;
        }

        if (now < task.Delivery.SendAt)
        {
            state.Wake(task.Delivery.SendAt);
            return;
        }

        if (now > task.Lock.Until + AfterLock)
        {
            Abandon(task);
            return;
        }

        Send(now, task, task.Delivery);
    }

    public void Answered(TimeSpan now, WorkerTask task, EngineError? error)
    {
        var delivery = task.Delivery!;
        delivery.IsPending = false;
        if (task.Phase is not (TaskPhase.Settling or TaskPhase.Held))
        {
            return;
        }

        if (error is not null)
        {
            state.Report(SettlementEvents.Failed(task, delivery, error));
        }

        var verdict = SettleClassifier.Classify(delivery.Settlement.Kind, error, delivery.IsAmbiguous, delivery.EngineErrors);
        delivery.EngineErrors = error is { Status: 500, IsFromEngine: true, IsTransient: false } ? delivery.EngineErrors + 1 : 0;
        delivery.IsAmbiguous |= error?.IsAmbiguous == true;
        if (error is { IsAmbiguous: true } && delivery.Settlement.Kind == SettlementKind.Unlock)
        {
            orphans.SweepReleased(now, task);
            End(task);
            return;
        }

        switch (verdict)
        {
            case SettleVerdict.Done:
                Done(now, task, delivery.Settlement);
                End(task);
                break;
            case SettleVerdict.DoneAssumed:
                state.Report(WorkerEventKind.ResultAssumedDone, task);
                End(task);
                break;
            case SettleVerdict.Gone:
                state.Report(WorkerEventKind.TaskGone, task, error);
                End(task);
                break;
            case SettleVerdict.LockLost when delivery.SentAs != task.Lock.WorkerId || task.Lock.ConfirmedAt > delivery.SendAt:
                // The engine delivered the task again meanwhile, or locked it again, and the new lock is this worker's, too.
                Send(now, task, delivery);
                break;
            case SettleVerdict.LockLost when task.Lock.IsCallPending:
                (delivery.IsPending, delivery.WaitsForLockCall) = (true, true);
                break;
            case SettleVerdict.LockLost:
                state.Report(WorkerEventKind.LockLost, task, error);
                End(task);
                break;
            case SettleVerdict.Suspended:
                Hold(now, task, delivery, error!);
                break;
            case SettleVerdict.StepFailed:
                Replace(now, task, delivery, $"The process could not continue after the task: {error!.Message}", retries: null, error);
                break;
            case SettleVerdict.Refused:
                Replace(now, task, delivery, $"The engine refused the result: {error!.Message}", retries: 0, error);
                break;
            default:
                Retry(now, task, delivery, error!, isSoon: verdict == SettleVerdict.RetrySoon);
                break;
        }
    }

    /// <summary>A lock call of the task has ended: a settlement that waited for it goes out.</summary>
    public void LockCallEnded(TimeSpan now, WorkerTask task)
    {
        if (task is { Delivery: { WaitsForLockCall: true } delivery, Lock.IsCallPending: false, Phase: TaskPhase.Settling or TaskPhase.Held })
        {
            delivery.WaitsForLockCall = false;
            Send(now, task, delivery);
        }
    }

    /// <summary>The result cannot be written. The task becomes an incident, because each repetition would fail in the same way.</summary>
    public void Unwritable(TimeSpan now, WorkerTask task, Exception reason)
    {
        var delivery = task.Delivery!;
        delivery.IsPending = false;
        state.Report(SettlementEvents.Failed(task, delivery, error: null) with { Exception = reason });
        Replace(now, task, delivery, reason.Message, retries: 0, error: null, reason);
    }

    private void Send(TimeSpan now, WorkerTask task, TaskDelivery delivery)
    {
        delivery.IsPending = true;
        if (delivery.FreesTask && task.Lock.IsCallPending)
        {
            // If the engine read a lock call after the failure, it would lock the task again, although no worker processes it.
            delivery.WaitsForLockCall = true;
            return;
        }

        if (delivery.Settlement.Kind == SettlementKind.Unlock && now >= task.Lock.Until)
        {
            // Another worker may have the task, and an unlock would remove its lock.
            orphans.SweepReleased(now, task);
            End(task);
            return;
        }

        delivery.SendAt = now;
        if (!state.Gate.Passes(now, task.Fetched.TaskId))
        {
            delivery.IsPending = false;
            return;
        }

        delivery.SentAs = task.Lock.WorkerId;
        state.Do(WorkerAction.Settle(task));
    }

    private void Retry(TimeSpan now, WorkerTask task, TaskDelivery delivery, EngineError error, bool isSoon)
    {
        delivery.Tries++;
        delivery.Error = error;
        var wait = SettleBackoff.WaitAfter(state.Random, delivery.Tries, isSoon, isLocked: now < task.Lock.Until);
        var at = now + (error.RetryAfter > wait ? error.RetryAfter.Value : wait);
        if (at > task.Lock.Until + AfterLock)
        {
            Abandon(task);
            return;
        }

        state.Report(new(WorkerEventKind.ResultRetried) { Task = task, Error = error, Attempt = delivery.Tries });
        delivery.SendAt = at;
        state.Wake(at);
    }

    private void Hold(TimeSpan now, WorkerTask task, TaskDelivery delivery, EngineError error)
    {
        if (state.IsStopping)
        {
            Release(now, task);
            return;
        }

        if (task.Phase == TaskPhase.Settling)
        {
            task.Phase = TaskPhase.Held;
            task.Group.Settling--;
            state.Report(WorkerEventKind.ResultHeld, task, error);
        }

        delivery.SendAt = now + SettleBackoff.WaitWhileHeld(++delivery.Tries);
        state.Wake(delivery.SendAt);
    }

    /// <summary>A result that the engine will never accept becomes a failure that an operator sees. If the engine refuses even that, the lock expires.</summary>
    private void Replace(TimeSpan now, WorkerTask task, TaskDelivery delivery, string message, int? retries, EngineError? error, Exception? exception = null)
    {
        state.Report(new(WorkerEventKind.ResultRefused) { Task = task, Error = error, Exception = exception });
        if (delivery.Settlement.IsFallback || delivery.Settlement.Kind == SettlementKind.Unlock)
        {
            delivery.Error = error;
            Abandon(task);
            return;
        }

        var failure = new TaskFailure(message) { Retries = retries };
        delivery.Settlement = Settlement.Of(failure, task.Fetched.Retries, task.Subscription.RetryCycle) with { IsFallback = true };
        delivery.Tries = 0;
        delivery.EngineErrors = 0;
        delivery.IsAmbiguous = false;
        Send(now, task, delivery);
    }

    private void Done(TimeSpan now, WorkerTask task, Settlement settlement)
    {
        state.Report(SettlementEvents.Done(task, task.Delivery!));
        if (settlement is { Kind: SettlementKind.Failure, Retries: > 0 })
        {
            polls.NudgeAfter(now, task.Group, settlement.RetryTimeout);
        }
        else if (settlement.Kind == SettlementKind.Unlock)
        {
            orphans.Released(now);
        }
    }

    private static void End(WorkerTask task)
    {
        if (task.Phase == TaskPhase.Settling)
        {
            task.Group.Settling--;
        }

        task.Phase = TaskPhase.Ended;
    }
}
