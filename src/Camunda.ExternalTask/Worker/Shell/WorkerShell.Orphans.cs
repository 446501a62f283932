using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <content>Tasks that are locked for a poll that has gone.</content>
internal sealed partial class WorkerShell
{
    private async Task ListOrphansAsync(OrphanHunt hunt)
    {
        List<string> ids = [];
        EngineError? error = null;
        try
        {
            foreach (var (workerId, subscription) in QueriesOf(hunt))
            {
                (var found, var serverTime, error) = await _gateway.ListLockedAsync(workerId, subscription?.Topic, CancellationToken.None).ConfigureAwait(false);
                ids.AddRange(found.Where(task => subscription is null || IsLeftBehind(task, subscription, serverTime)).Select(task => task.TaskId));
            }
        }
        catch (Exception exception)
        {
            error = Unexpected(exception);
        }

        Feed((hunt, ids, error), static (core, now, listed) => core.OrphansListed(now, listed.hunt, listed.ids, listed.error));
    }

    private IEnumerable<(string? WorkerId, SubscriptionPlan? Subscription)> QueriesOf(OrphanHunt hunt) => hunt.WorkerId is { } workerId
        ? [(workerId, null)]
        : _core.Groups.SelectMany(group => group.Plan.Subscriptions).DistinctBy(subscription => subscription.Topic).Select(subscription => ((string?)null, (SubscriptionPlan?)subscription));

    /// <summary>
    /// Polls lock for the topic's lock duration: whoever has a longer lock has asked for it, for example to leave the task to somebody else, who may be alive. And what has
    /// failed before may be locked only until its next try falls due, which a restart must not bring forward.
    /// </summary>
    private bool IsLeftBehind(FetchedTask task, SubscriptionPlan subscription, DateTimeOffset? serverTime) =>
        _ids.IsDeadPredecessor(task.WorkerId)
        && task.ErrorMessage is null
        && !(task.LockExpirationTime - serverTime > subscription.LockDuration + LockKeeper.ServerTimeResolution);

    private async Task UnlockAsync(string taskId)
    {
        try
        {
            // A failure is no loss: the hunt looks again, and finds the task again.
            var error = await _gateway.UnlockAsync(taskId, CancellationToken.None).ConfigureAwait(false);
            _reporter.OrphanUnlocked(taskId, error);
        }
        catch (Exception exception)
        {
            Unexpected(exception);
        }

        Feed(0, static (core, now, _) => core.OrphanUnlocked(now));
    }
}
