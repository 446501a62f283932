using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>Locks and unlocks single tasks.</summary>
internal static class LockOperations
{
    public static void Lock(UnitOfWork work, string id, string? workerId, long duration)
    {
        Require.NotNull(workerId, "workerId");
        Require.PositiveDuration(duration, "lockDuration");
        var task = TaskLookup.Find(work, id);
        if (task.Data.WorkerId is { } holder && holder != workerId && task.Data.IsLockedAt(work.State.Now))
        {
            throw EngineErrors.Refused($"External Task {id} cannot be locked by worker '{workerId}'. It is locked by worker '{holder}'.");
        }

        SetLock(work, task, workerId, duration);
    }

    public static void Extend(UnitOfWork work, string id, string? workerId, long duration)
    {
        Require.NotNull(workerId, "workerId");
        Require.PositiveDuration(duration, "lockTime");
        var task = TaskLookup.ForWorker(
            work,
            id,
            workerId,
            (task, other) => $"The lock of the External Task {task} cannot be extended by worker '{other}''.");
        var now = work.State.Now;
        if (task.Data.LockExpiration < now)
        {
            throw EngineErrors.Refused(
                $"Cannot extend a lock that expired: lockExpirationTime is not greater than or equal to {now.ToUnixTimeMilliseconds()}");
        }

        SetLock(work, task, workerId, duration);
    }

    public static void Unlock(UnitOfWork work, string id)
    {
        work.Change(TaskLookup.Find(work, id), static data => data with { WorkerId = null, LockExpiration = null });
        work.Transaction.WakesPolls = true;
    }

    private static void SetLock(UnitOfWork work, EngineTask task, string workerId, long duration)
    {
        var expiration = work.State.NowPlus(duration);
        work.Change(task, data => data with { WorkerId = workerId, LockExpiration = expiration });
    }
}
