using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask;

/// <content>What has happened to tasks, as far as the engine's history level keeps it (<c>full</c>, the default, does).</content>
public sealed partial class ExternalTaskClient
{
    /// <summary>Lists entries of the history's log of external tasks: created, failed, completed, deleted.</summary>
    /// <param name="query">Which entries.</param>
    /// <param name="firstResult">How many to skip; only with an order is it the same from page to page.</param>
    /// <param name="maxResults">How many to list; positive.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task<IReadOnlyList<ExternalTaskLogEntry>> ListLogAsync(
        ExternalTaskLogQuery query, int firstResult = 0, int maxResults = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(firstResult);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxResults);
        return AskAsync(
            "log of tasks",
            HttpMethod.Get,
            $"history/external-task-log{query.ToQuery(("firstResult", firstResult), ("maxResults", maxResults))}{query.OrderQuery}",
            null,
            _requestTimeout,
            answer => ExternalTaskLogEntry.ReadAll(answer, _dateFormat),
            cancellationToken);
    }

    /// <summary>Counts entries of the history's log of external tasks.</summary>
    /// <param name="query">Which entries; the order does not matter.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task<long> CountLogAsync(ExternalTaskLogQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return AskAsync(
            "count of the log of tasks",
            HttpMethod.Get,
            $"history/external-task-log/count{query.ToQuery()}",
            null,
            _requestTimeout,
            ReadCount,
            cancellationToken);
    }

    /// <summary>The details of a failure in the log, whole.</summary>
    /// <param name="entryId">The entry's id.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The details; null if there are none.</returns>
    /// <exception cref="EngineException">There is no such entry (404).</exception>
    public Task<string?> GetLogErrorDetailsAsync(string entryId, CancellationToken cancellationToken = default) =>
        AskAsync(
            $"error details of log entry '{entryId}'",
            HttpMethod.Get,
            $"history/external-task-log/{RequestCheck.Segment(entryId)}/error-details",
            null,
            ExpectedAnswer.Text,
            _requestTimeout,
            ReadText,
            cancellationToken);
}
