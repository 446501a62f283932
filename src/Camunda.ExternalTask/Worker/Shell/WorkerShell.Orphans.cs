using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <content>Finding and releasing tasks that are locked although no worker received them.</content>
internal sealed partial class WorkerShell
{
    /// <summary>The lock of an orphan while it is released.</summary>
    private static readonly TimeSpan HeldLock = TimeSpan.FromSeconds(10);

    /// <summary>The shortest lock that the engine accepts.</summary>
    private static readonly TimeSpan EndingLock = TimeSpan.FromMilliseconds(1);

    private async Task ListOrphansAsync(OrphanSweep sweep)
    {
        WorkerTracing.Leave();
        List<LockedTask> tasks = [];
        EngineError? error = null;
        try
        {
            foreach (var (workerId, subscription) in QueriesOf(sweep))
            {
                (var found, var serverTime, error) = await _gateway.ListLockedAsync(workerId, subscription?.Topic, sweep.Timeout).ConfigureAwait(false);
                tasks.AddRange(found
                    .Where(task => subscription is null || IsLeftBehind(task, subscription, serverTime))
                    .Select(task => new LockedTask(task.TaskId, task.WorkerId)));
            }
        }
        catch (Exception exception)
        {
            error = Unexpected(exception);
        }

        Feed((sweep, tasks, error), static (core, now, listed) => core.OrphansListed(now, listed.sweep, listed.tasks, listed.error));
    }

    private IEnumerable<(string? WorkerId, SubscriptionPlan? Subscription)> QueriesOf(OrphanSweep sweep) => sweep.WorkerId is { } workerId
        ? [(workerId, null)]
        : _core.Groups.SelectMany(group => group.Plan.Subscriptions)
            .DistinctBy(subscription => subscription.Topic)
            .Select(subscription => ((string?)null, (SubscriptionPlan?)subscription));

    /// <summary>
    /// Whether a dead predecessor left the task locked, or the call that should have released it failed. A poll never locks for longer than the topic's lock
    /// duration: a longer lock was requested, for example for another program that completes the task. A task that has failed before may be locked until its
    /// next attempt, which a restart must not advance.
    /// </summary>
    private bool IsLeftBehind(FetchedTask task, SubscriptionPlan subscription, DateTimeOffset? serverTime) =>
        (_ids.IsDeadPredecessor(task.WorkerId) || task.WorkerId == _ids.Releasing)
        && task.ErrorMessage is null
        && !(task.LockExpirationTime - serverTime > subscription.LockDuration + LockKeeper.ServerTimeResolution);

    private async Task UnlockAsync(LockedTask orphan)
    {
        WorkerTracing.Leave();
        EngineError? error;
        try
        {
            error = await HoldAsync(orphan).ConfigureAwait(false) ?? await _gateway.UnlockAsync(orphan).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            error = Unexpected(exception);
        }

        Feed((orphan.TaskId, error), static (core, now, answered) => core.OrphanUnlocked(now, answered.TaskId, answered.error));
    }

    /// <summary>
    /// Holds the lock of an orphan, so that the call that unlocks it cannot hit another worker's lock: the engine checks the worker id of an extension, but not who unlocks.
    /// Several processes may release the tasks of one predecessor. Each ends the old lock and locks the task for itself, in which only one succeeds.
    /// </summary>
    private async Task<EngineError?> HoldAsync(LockedTask orphan)
    {
        var started = Now;
        var isOwn = _ids.IsOwn(orphan.WorkerId);
        var error = await _gateway.ExtendLockAsync(orphan, isOwn ? HeldLock : EndingLock).ConfigureAwait(false);
        if (error is null && !isOwn)
        {
            // The engine's clock must have passed the end of the old lock.
            await Task.Delay(EndingLock * 2).ConfigureAwait(false);
            started = Now;
            error = await _gateway.LockAsync(orphan with { WorkerId = _ids.Releasing }, HeldLock).ConfigureAwait(false);
        }

        return error ?? (Now - started > HeldLock / 2 ? new EngineError(0, "The lock may have ended before the task could be unlocked.") : null);
    }
}
