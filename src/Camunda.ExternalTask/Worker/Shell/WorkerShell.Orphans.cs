using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <content>Finding and releasing tasks that are locked although no worker received them.</content>
internal sealed partial class WorkerShell
{
    private async Task ListOrphansAsync(OrphanSweep sweep)
    {
        List<string> ids = [];
        EngineError? error = null;
        try
        {
            foreach (var (workerId, subscription) in QueriesOf(sweep))
            {
                (var found, var serverTime, error) = await _gateway.ListLockedAsync(workerId, subscription?.Topic, CancellationToken.None).ConfigureAwait(false);
                ids.AddRange(found.Where(task => subscription is null || IsLeftBehind(task, subscription, serverTime)).Select(task => task.TaskId));
            }
        }
        catch (Exception exception)
        {
            error = Unexpected(exception);
        }

        Feed((sweep, ids, error), static (core, now, listed) => core.OrphansListed(now, listed.sweep, listed.ids, listed.error));
    }

    private IEnumerable<(string? WorkerId, SubscriptionPlan? Subscription)> QueriesOf(OrphanSweep sweep) => sweep.WorkerId is { } workerId
        ? [(workerId, null)]
        : _core.Groups.SelectMany(group => group.Plan.Subscriptions)
            .DistinctBy(subscription => subscription.Topic)
            .Select(subscription => ((string?)null, (SubscriptionPlan?)subscription));

    /// <summary>
    /// Whether a dead predecessor left the task locked. A poll never locks for longer than the topic's lock duration: a longer lock was requested, for example for another
    /// program that completes the task. A task that has failed before may be locked until its next attempt, which a restart must not advance.
    /// </summary>
    private bool IsLeftBehind(FetchedTask task, SubscriptionPlan subscription, DateTimeOffset? serverTime) =>
        _ids.IsDeadPredecessor(task.WorkerId)
        && task.ErrorMessage is null
        && !(task.LockExpirationTime - serverTime > subscription.LockDuration + LockKeeper.ServerTimeResolution);

    private async Task UnlockAsync(string taskId)
    {
        EngineError? error;
        try
        {
            error = await _gateway.UnlockAsync(taskId, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            error = Unexpected(exception);
        }

        Feed((taskId, error), static (core, now, answered) => core.OrphanUnlocked(now, answered.taskId, answered.error));
    }
}
