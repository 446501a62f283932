using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>Keeps the locks of tasks in progress: extends them at half time, with several attempts, and locks tasks again whose lock has expired.</summary>
internal sealed class LockKeeper(CoreState state)
{
    /// <summary>The <c>Date</c> header counts whole seconds.</summary>
    public static readonly TimeSpan ServerTimeResolution = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MinRetry = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RelockRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SuspendedRetry = TimeSpan.FromSeconds(5);

    /// <summary>The shortest timeout of a lock call, and the timeout of a call that locks a task again.</summary>
    private static readonly TimeSpan MinTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RelockTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Begins with the lock that the fetch made. The time left is the difference of two times of the engine's clock, because the local clock may be
    /// wrong by days. Without a usable difference it is the duration of the fetch lock, counted from the answer. The delay of
    /// the answer is subtracted.
    /// </summary>
    public void Begin(TimeSpan now, WorkerTask task, DateTimeOffset? serverTime, TimeSpan delay)
    {
        var duration = task.Subscription.FetchLock;
        var left = serverTime is { } date ? task.Fetched.LockExpirationTime - date - ServerTimeResolution : duration;
        if (left <= TimeSpan.Zero || left > duration + ServerTimeResolution)
        {
            left = duration;
        }

        // The lock of a delayed answer may have expired. The worker asks the engine at once.
        Locked(now, task, delay < left ? now + left - delay : now);
    }

    public void Tick(TimeSpan now, WorkerTask task)
    {
        // The process instance of a held task is suspended: its lock can neither be extended nor lost.
        if (task.Phase is TaskPhase.Ended or TaskPhase.Held || task.Lock.IsCallPending || task.IsLost)
        {
            return;
        }

        // The engine would lock a task again that a failure or an unlock has just freed.
        if (task.Delivery is { IsPending: true, FreesTask: true })
        {
            return;
        }

        if (now < task.Lock.CallAt)
        {
            state.Wake(task.Lock.CallAt);
            return;
        }

        Call(now, task, isRelock: now >= task.Lock.Until);
    }

    /// <summary>While the call waited for its turn, the handler may have extended the lock itself, or have ended.</summary>
    public bool NeedsCall(TimeSpan now, WorkerTask task)
    {
        if (task.Phase != TaskPhase.Ended && now >= task.Lock.CallAt && task.Delivery is not { WaitsForLockCall: true })
        {
            task.Lock.CallAs = task.Lock.WorkerId;
            return true;
        }

        task.Lock.IsCallPending = false;
        state.Wake(task.Lock.CallAt);
        return false;
    }

    /// <summary>Extends the lock although its half time has not come, unless a call is on its way.</summary>
    public void ExtendNow(TimeSpan now, WorkerTask task)
    {
        RetryAt(task, now);
        if (!task.Lock.IsCallPending)
        {
            Call(now, task, isRelock: now >= task.Lock.Until);
        }
    }

    /// <summary>Checks a lock that a late call may have removed.</summary>
    public void Verify(TimeSpan now, WorkerTask task) => RetryAt(task, now);

    /// <summary>The handler extended its lock.</summary>
    /// <param name="now">The time.</param>
    /// <param name="task">The task.</param>
    /// <param name="until">When the lock ends.</param>
    /// <param name="calledAs">The worker id of the call.</param>
    public void Extended(TimeSpan now, WorkerTask task, TimeSpan until, string calledAs)
    {
        if (calledAs != task.Lock.WorkerId)
        {
            // The engine delivered the task again meanwhile. The answer concerns the old lock.
            Verify(now, task);
            return;
        }

        task.Lock.IsFetchLock = false;
        Locked(now, task, until);
        state.Report(new(WorkerEventKind.LockExtended) { Task = task, Duration = until - now });
    }

    /// <summary>The engine delivered a task again whose handler still runs, or whose result is on the way. The new lock is theirs.</summary>
    public void TakeOver(TimeSpan now, WorkerTask earlier, WorkerTask again)
    {
        LockedAs(earlier, again.Lock.WorkerId);
        earlier.Lock.IsFetchLock = true;
        Locked(now, earlier, again.Lock.Until);
    }

    /// <summary>
    /// The engine holds the lock of a task in progress under the worker id of another poll of this worker, whose answer was lost. The task continues
    /// under that id, and its lock is checked immediately.
    /// </summary>
    /// <param name="now">The time.</param>
    /// <param name="task">The task.</param>
    /// <param name="workerId">The worker id in the engine.</param>
    /// <param name="askedAt">When the engine was asked. A lock that was confirmed later is newer than the answer.</param>
    public void Adopt(TimeSpan now, WorkerTask task, string workerId, TimeSpan askedAt)
    {
        if (task.Lock.WorkerId != workerId && task.Lock.ConfirmedAt < askedAt && !task.Lock.IsCallPending && !task.IsLost && task.Phase != TaskPhase.Ended)
        {
            LockedAs(task, workerId);
            RetryAt(task, now);
        }
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
            case { IsGone: true }:
                Lose(now, task, CancelReason.Gone, error);
                break;
            case null or { Status: 400, IsSuspended: false } when task.Lock.CallAs != task.Lock.WorkerId && !HoldsAsCalled(task, sentAt, error):
                // The engine delivered the task again meanwhile. The answer concerns the old lock, and the new lock is this worker's, too.
                RetryAt(task, task.Lock.CallAt);
                break;
            case null:
                LockedAs(task, task.Lock.CallAs);
                task.Lock.IsFetchLock = false;
                Locked(now, task, sentAt + task.Lock.CallDuration);
                state.Report(new(isRelock ? WorkerEventKind.LockReacquired : WorkerEventKind.LockExtended) { Task = task, Duration = task.Lock.Until - now });
                break;
            case { Status: 400 } when !isRelock:
                // Expired, held by another worker, or suspended: only an attempt to lock the task again tells which. The engine locks suspended tasks,
                // but does not extend their locks.
                Call(now, task, isRelock: true);
                break;
            case { IsSuspended: true }:
                RetryAt(task, now + SuspendedRetry);
                break;
            case { Status: 400 }:
                Lose(now, task, CancelReason.LockLost, error);
                break;
            default:
                RetryAt(task, now + RetryWait(now, task));
                break;
        }
    }

    /// <summary>
    /// Whether a call under an old worker id succeeded after the engine had delivered the task again. The call's lock would have prevented
    /// a later delivery, so the delivery's lock had expired.
    /// </summary>
    private static bool HoldsAsCalled(WorkerTask task, TimeSpan sentAt, EngineError? error) =>
        error is null && task.Lock.ConfirmedAt < sentAt + task.Lock.CallDuration;

    /// <summary>A call gets a third of the time that the lock has left, so that one that hangs can be repeated before the lock expires.</summary>
    private void Call(TimeSpan now, WorkerTask task, bool isRelock)
    {
        if (task.Delivery is { FreesTask: true, IsPending: true })
        {
            return;
        }

        if (!state.Gate.Passes(now, task.Fetched.TaskId))
        {
            return;
        }

        var left = task.Lock.Until - now;
        var third = left / 3;
        task.Lock.CallDuration = now < task.Lock.HalfTime && left > task.Subscription.LockDuration ? left : task.Subscription.LockDuration;
        task.Lock.IsCallPending = true;
        task.Lock.CallAs = task.Lock.WorkerId;
        task.Lock.CallTimeout = isRelock ? RelockTimeout : third > MinTimeout ? third : MinTimeout;
        state.Do(isRelock ? WorkerAction.Relock(task) : WorkerAction.ExtendLock(task));
    }

    private static void LockedAs(WorkerTask task, string workerId)
    {
        task.Lock.WorkerId = workerId;
        task.Fetched.LockedAs(workerId);
    }

    private void Locked(TimeSpan now, WorkerTask task, TimeSpan until)
    {
        task.Lock.Until = until;
        task.Lock.ConfirmedAt = now;
        task.Lock.HalfTime = now + ((until - now) / 2);
        RetryAt(task, task.Lock.HalfTime);
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

    /// <summary>A running handler is canceled and its result dropped. A result on its way learns of the loss from the engine itself.</summary>
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
