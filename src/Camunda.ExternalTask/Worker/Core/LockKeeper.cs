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
        if (task.Phase is TaskPhase.Ended or TaskPhase.Held || task.IsLockCallPending || task.Cancelled is CancelReason.LockLost or CancelReason.Gone)
        {
            return;
        }

        if (now < task.LockCallAt)
        {
            state.Wake(task.LockCallAt);
            return;
        }

        Call(task, isRelock: now >= task.LockedUntil);
    }

    /// <summary>While the call waited for its turn the handler may have extended the lock by itself, or have ended.</summary>
    public bool NeedsCall(TimeSpan now, WorkerTask task)
    {
        if (task.Phase != TaskPhase.Ended && now >= task.LockCallAt)
        {
            task.LockCallAs = task.WorkerId;
            return true;
        }

        task.IsLockCallPending = false;
        state.Wake(task.LockCallAt);
        return false;
    }

    /// <summary>Makes sure of a lock that a late call may have taken away.</summary>
    public void Verify(TimeSpan now, WorkerTask task) => RetryAt(task, now);

    public void Extended(TimeSpan now, WorkerTask task, TimeSpan until) => Locked(now, task, until);

    public void Answered(TimeSpan now, WorkerTask task, bool isRelock, TimeSpan sentAt, EngineError? error)
    {
        task.IsLockCallPending = false;
        if (task.Phase == TaskPhase.Ended)
        {
            return;
        }

        switch (error)
        {
            case null:
                Locked(now, task, sentAt + task.Subscription.LockDuration);
                state.Report(isRelock ? WorkerNote.LockReacquired : WorkerNote.LockExtended, task);
                break;
            case { IsGone: true }:
                Lose(now, task, CancelReason.Gone, error);
                break;
            case { IsSuspended: true }:
                RetryAt(task, now + SuspendedRetry);
                break;
            case { Status: 400 } when task.LockCallAs != task.WorkerId:
                // The task came again meanwhile, and the new lock is this worker's, too.
                RetryAt(task, task.LockCallAt);
                break;
            case { Status: 400 } when !isRelock:
                // Expired, or somebody else's: only the attempt to lock it again tells the two apart.
                Call(task, isRelock: true);
                break;
            case { Status: 400 }:
                Lose(now, task, CancelReason.LockLost, error);
                break;
            default:
                state.Report(WorkerNote.LockCallFailed, task, error);
                RetryAt(task, now + RetryWait(now, task));
                break;
        }
    }

    private void Call(WorkerTask task, bool isRelock)
    {
        task.IsLockCallPending = true;
        task.LockCallAs = task.WorkerId;
        state.Do(new(isRelock ? WorkerActionKind.Relock : WorkerActionKind.ExtendLock) { Task = task });
    }

    private void Locked(TimeSpan now, WorkerTask task, TimeSpan until)
    {
        task.LockedUntil = until;
        RetryAt(task, now + ((until - now) / 2));
    }

    private void RetryAt(WorkerTask task, TimeSpan at)
    {
        task.LockCallAt = at;
        state.Wake(at);
    }

    private static TimeSpan RetryWait(TimeSpan now, WorkerTask task)
    {
        var left = task.LockedUntil - now;
        return left <= TimeSpan.Zero ? RelockRetry : left / 8 > MinRetry ? left / 8 : MinRetry;
    }

    /// <summary>A running handler is told and its result will be dropped; a result on its way learns it from the engine itself.</summary>
    private void Lose(TimeSpan now, WorkerTask task, CancelReason reason, EngineError error)
    {
        if (task.Phase != TaskPhase.Running || task.Cancelled != CancelReason.None)
        {
            task.LockCallAt = TimeSpan.MaxValue;
            return;
        }

        task.Cancelled = reason;
        task.CancelledAt = now;
        state.Report(reason == CancelReason.Gone ? WorkerNote.TaskGone : WorkerNote.LockLost, task, error);
        state.Do(new(WorkerActionKind.CancelHandler) { Task = task, Reason = reason });
    }
}
