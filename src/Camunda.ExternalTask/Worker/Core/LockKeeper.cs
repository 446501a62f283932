using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>Keeps locks while their tasks are worked on: extends at half time, with several tries, and locks again what has expired.</summary>
internal sealed class LockKeeper(CoreState state)
{
    /// <summary>The <c>Date</c> header counts whole seconds.</summary>
    public static readonly TimeSpan ServerTimeResolution = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MinRetry = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RelockRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SuspendedRetry = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The time left is the difference of two times of the engine's clock; the local clock may be days off. Without a usable difference it is
    /// the lock duration, counted from the answer.
    /// </summary>
    public void Begin(TimeSpan now, WorkerTask task, DateTimeOffset? serverTime)
    {
        var duration = task.Subscription.LockDuration;
        var left = serverTime is { } date ? task.Fetched.LockExpirationTime - date - ServerTimeResolution : duration;
        if (left <= TimeSpan.Zero || left > duration + ServerTimeResolution)
        {
            left = duration;
        }

        Locked(now, task, now + left);
    }

    public void Tick(TimeSpan now, WorkerTask task)
    {
        // A held task's instance is suspended: its lock can neither be extended nor lost.
        if (task.Phase is TaskPhase.Ended or TaskPhase.Held || task.Lock.IsCallPending || task.IsLost)
        {
            return;
        }

        if (now < task.Lock.CallAt)
        {
            state.Wake(task.Lock.CallAt);
            return;
        }

        Call(task, isRelock: now >= task.Lock.Until);
    }

    /// <summary>While the call waited for its turn the handler may have extended the lock by itself, or have ended.</summary>
    public bool NeedsCall(TimeSpan now, WorkerTask task)
    {
        if (task.Phase != TaskPhase.Ended && now >= task.Lock.CallAt)
        {
            task.Lock.CallAs = task.Lock.WorkerId;
            return true;
        }

        task.Lock.IsCallPending = false;
        state.Wake(task.Lock.CallAt);
        return false;
    }

    /// <summary>Makes sure of a lock that a late call may have taken away.</summary>
    public void Verify(TimeSpan now, WorkerTask task) => RetryAt(task, now);

    /// <summary>The handler extended its lock.</summary>
    public void Extended(TimeSpan now, WorkerTask task, TimeSpan until)
    {
        Locked(now, task, until);
        state.Report(new(WorkerEventKind.LockExtended) { Task = task, Duration = until - now });
    }

    /// <summary>The engine delivered a task again whose handler still runs, or whose result is on the way. The new lock is theirs.</summary>
    public static void TakeOver(WorkerTask earlier, WorkerTask again)
    {
        earlier.Lock.WorkerId = again.Lock.WorkerId;
        earlier.Lock.Until = again.Lock.Until;
        earlier.Lock.CallAt = again.Lock.CallAt;
    }

    public void Answered(TimeSpan now, WorkerTask task, bool isRelock, TimeSpan sentAt, EngineError? error)
    {
        task.Lock.IsCallPending = false;
        if (task.Phase == TaskPhase.Ended)
        {
            return;
        }

        if (error is not null)
        {
            state.Report(isRelock ? WorkerEventKind.LockReacquisitionFailed : WorkerEventKind.LockExtensionFailed, task, error);
        }

        switch (error)
        {
            case null:
                Locked(now, task, sentAt + task.Subscription.LockDuration);
                state.Report(new(isRelock ? WorkerEventKind.LockReacquired : WorkerEventKind.LockExtended) { Task = task, Duration = task.Lock.Until - now });
                break;
            case { IsGone: true }:
                Lose(now, task, CancelReason.Gone, error);
                break;
            case { IsSuspended: true }:
                RetryAt(task, now + SuspendedRetry);
                break;
            case { Status: 400 } when task.Lock.CallAs != task.Lock.WorkerId:
                // The engine delivered the task again meanwhile, and the new lock is this worker's, too.
                RetryAt(task, task.Lock.CallAt);
                break;
            case { Status: 400 } when !isRelock:
                // Expired, or held by another worker: only an attempt to lock the task again tells which.
                Call(task, isRelock: true);
                break;
            case { Status: 400 }:
                Lose(now, task, CancelReason.LockLost, error);
                break;
            default:
                RetryAt(task, now + RetryWait(now, task));
                break;
        }
    }

    private void Call(WorkerTask task, bool isRelock)
    {
        task.Lock.IsCallPending = true;
        task.Lock.CallAs = task.Lock.WorkerId;
        state.Do(isRelock ? WorkerAction.Relock(task) : WorkerAction.ExtendLock(task));
    }

    private void Locked(TimeSpan now, WorkerTask task, TimeSpan until)
    {
        task.Lock.Until = until;
        RetryAt(task, now + ((until - now) / 2));
    }

    private void RetryAt(WorkerTask task, TimeSpan at)
    {
        task.Lock.CallAt = at;
        state.Wake(at);
    }

    private static TimeSpan RetryWait(TimeSpan now, WorkerTask task)
    {
        var left = task.Lock.Until - now;
        return left <= TimeSpan.Zero ? RelockRetry : left / 8 > MinRetry ? left / 8 : MinRetry;
    }

    /// <summary>A running handler is told and its result will be dropped; a result on its way learns it from the engine itself.</summary>
    private void Lose(TimeSpan now, WorkerTask task, CancelReason reason, EngineError error)
    {
        if (task.Phase != TaskPhase.Running || task.Canceled != CancelReason.None)
        {
            task.Lock.CallAt = TimeSpan.MaxValue;
            return;
        }

        task.Canceled = reason;
        task.CanceledAt = now;
        state.Report(reason == CancelReason.Gone ? WorkerEventKind.TaskGone : WorkerEventKind.LockLost, task, error);
        state.Do(WorkerAction.CancelHandler(task, reason));
    }
}
