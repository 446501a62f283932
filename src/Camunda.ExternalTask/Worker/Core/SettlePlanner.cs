using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>Brings results to the engine, and does not give up while that makes sense.</summary>
internal sealed class SettlePlanner(CoreState state, PollPlanner polls)
{
    private static readonly TimeSpan FirstSoon = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan MaxSoon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxRetryWhileLocked = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxRetryAfterLock = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstHeld = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxHeld = TimeSpan.FromSeconds(60);

    /// <summary>The engine takes a result after the lock has expired while nobody else has the task; so long it is worth offering.</summary>
    private static readonly TimeSpan AfterLock = TimeSpan.FromMinutes(5);

    /// <summary>Sends the settlement of a task whose handler has ended.</summary>
    public void Begin(TimeSpan now, WorkerTask task)
    {
        task.Phase = TaskPhase.Settling;
        task.SettlingSince = now;
        task.Group.Settling++;
        Send(now, task);
    }

    /// <summary>
    /// Whether the task's settlement has reached the engine, since the task was delivered again: before the lock ends only the settlement can have freed it, and later the
    /// retries tell. A release has nothing more to do in any case.
    /// </summary>
    public static bool IsProofOfSettlement(TimeSpan now, WorkerTask task, FetchedTask again) => task.Settlement switch
    {
        { Kind: SettlementKind.Unlock } => true,
        { Kind: SettlementKind.Failure } failure => now < task.LockedUntil || again.Retries == failure.Retries,
        _ => false,
    };

    /// <summary>The engine has carried out the settlement, although its response has not been read. A repetition would hit the new lock.</summary>
    public void CarriedOut(TimeSpan now, WorkerTask task)
    {
        ReportDone(now, task, task.Settlement!);
        End(task);
    }

    public void Tick(TimeSpan now, WorkerTask task)
    {
        if (task.Phase is not (TaskPhase.Settling or TaskPhase.Held) || task.IsSettlePending)
        {
            return;
        }

        if (now < task.SettleAt)
        {
            state.Wake(task.SettleAt);
            return;
        }

        Send(now, task);
    }

    public void Answered(TimeSpan now, WorkerTask task, EngineError? error)
    {
        task.IsSettlePending = false;
        if (task.Phase is not (TaskPhase.Settling or TaskPhase.Held))
        {
            return;
        }

        var settlement = task.Settlement!;
        var verdict = SettleClassifier.Classify(settlement.Kind, error, task.IsAmbiguous, task.EngineErrors);
        task.EngineErrors = error is { Status: 500, IsFromEngine: true, IsTransient: false } ? task.EngineErrors + 1 : 0;
        task.IsAmbiguous |= error?.IsAmbiguous == true;
        switch (verdict)
        {
            case SettleVerdict.Done:
                ReportDone(now, task, settlement);
                End(task);
                break;
            case SettleVerdict.DoneAssumed:
                state.Report(WorkerNote.SettleAssumedDone, task);
                End(task);
                break;
            case SettleVerdict.Gone:
                state.Report(WorkerNote.TaskGone, task, error);
                End(task);
                break;
            case SettleVerdict.LockLost when task.SettledAs != task.WorkerId:
                // The task came again meanwhile, and the new lock is this worker's, too.
                Send(now, task);
                break;
            case SettleVerdict.LockLost:
                state.Report(WorkerNote.LockLost, task, error);
                End(task);
                break;
            case SettleVerdict.Suspended:
                Hold(now, task, error!);
                break;
            case SettleVerdict.StepFailed:
                Replace(now, task, $"The process could not go on after the task: {error!.Message}", retries: null, error);
                break;
            case SettleVerdict.Refused:
                Replace(now, task, $"The engine refused the result: {error!.Message}", retries: 0, error);
                break;
            default:
                Retry(now, task, error!, isSoon: verdict == SettleVerdict.RetrySoon);
                break;
        }
    }

    /// <summary>The result cannot be written; that is an incident, as it would be each time.</summary>
    public void Unwritable(TimeSpan now, WorkerTask task, string reason)
    {
        task.IsSettlePending = false;
        Replace(now, task, reason, retries: 0, error: null);
    }

    /// <summary>The worker stops: a result that the engine will not have soon is let go, and the task with it.</summary>
    public void GiveBack(TimeSpan now, WorkerTask task)
    {
        task.Settlement = Settlement.Unlock;
        if (task.Phase == TaskPhase.Held)
        {
            task.Phase = TaskPhase.Settling;
            task.Group.Settling++;
        }

        if (!task.IsSettlePending)
        {
            Send(now, task);
        }
    }

    /// <summary>Nothing helps any more: the handler ignores its cancellation, or the engine does not answer.</summary>
    public void GiveUp(TimeSpan now, WorkerTask task)
    {
        if (task.Phase == TaskPhase.Running)
        {
            task.Group.Running--;
            task.Settlement = Settlement.Unlock;
            Begin(now, task);
            return;
        }

        if (task.SettleTries > 0 && !task.IsSettlePending)
        {
            Abandon(task);
        }
    }

    /// <summary>The settlement is not waited for any longer, even if its answer is pending. The lock runs out.</summary>
    public void Abandon(WorkerTask task)
    {
        if (task.Phase == TaskPhase.Settling)
        {
            state.Report(WorkerNote.SettleAbandoned, task, task.SettleError);
            End(task);
        }
    }

    private void Send(TimeSpan now, WorkerTask task)
    {
        task.IsSettlePending = true;
        task.SettleAt = now;
        task.SettledAs = task.WorkerId;
        state.Do(new(WorkerActionKind.Settle) { Task = task });
    }

    private void Retry(TimeSpan now, WorkerTask task, EngineError error, bool isSoon)
    {
        task.SettleTries++;
        task.SettleError = error;
        var isLocked = now < task.LockedUntil;
        var wait = isSoon
            ? Backoff.FullJitter(state.Random, task.SettleTries, FirstSoon, MaxSoon)
            : Backoff.FullJitter(state.Random, task.SettleTries, FirstRetry, isLocked ? MaxRetryWhileLocked : MaxRetryAfterLock);
        var at = now + (error.RetryAfter > wait ? error.RetryAfter.Value : wait);
        if (at > task.LockedUntil + AfterLock)
        {
            state.Report(WorkerNote.SettleAbandoned, task, error);
            End(task);
            return;
        }

        state.Report(WorkerNote.SettleRetry, task, error, count: task.SettleTries);
        task.SettleAt = at;
        state.Wake(at);
    }

    private void Hold(TimeSpan now, WorkerTask task, EngineError error)
    {
        if (state.IsStopping)
        {
            GiveBack(now, task);
            return;
        }

        if (task.Phase == TaskPhase.Settling)
        {
            task.Phase = TaskPhase.Held;
            task.Group.Settling--;
            state.Report(WorkerNote.SettleHeld, task, error);
        }

        task.SettleAt = now + Backoff.Bound(++task.SettleTries, FirstHeld, MaxHeld);
        state.Wake(task.SettleAt);
    }

    /// <summary>What the engine will not take becomes a failure that an operator sees; if even that is refused, the lock runs out.</summary>
    private void Replace(TimeSpan now, WorkerTask task, string message, int? retries, EngineError? error)
    {
        state.Report(WorkerNote.SettleRefused, task, error);
        if (task.Settlement!.IsFallback || task.Settlement.Kind == SettlementKind.Unlock)
        {
            state.Report(WorkerNote.SettleAbandoned, task, error);
            End(task);
            return;
        }

        var failure = new TaskFailure(message) { Retries = retries };
        task.Settlement = Settlement.Of(failure, task.Fetched.Retries, task.Subscription.RetryCycle) with { IsFallback = true };
        task.SettleTries = 0;
        task.EngineErrors = 0;
        task.IsAmbiguous = false;
        Send(now, task);
    }

    private void ReportDone(TimeSpan now, WorkerTask task, Settlement settlement)
    {
        switch (settlement.Kind)
        {
            case SettlementKind.Complete:
                state.Report(WorkerNote.TaskCompleted, task);
                break;
            case SettlementKind.BpmnError:
                state.Report(WorkerNote.BpmnErrorReported, task);
                break;
            case SettlementKind.Unlock:
                state.Report(WorkerNote.TaskReleased, task);
                break;
            case SettlementKind.Failure when settlement.Retries == 0:
                state.Report(WorkerNote.TaskIncident, task);
                break;
            default:
                state.Report(WorkerNote.TaskFailed, task, count: settlement.Retries, duration: settlement.RetryTimeout);
                polls.NudgeAfter(now, task.Group, settlement.RetryTimeout);
                break;
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
