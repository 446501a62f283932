using Camunda.ExternalTask.Client;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Protocol.Calls;

namespace Camunda.ExternalTask;

/// <summary>Calls that read the log of external tasks, as far as the engine's history level keeps it (<c>full</c>, the default, does).</summary>
public sealed class HistoryClient
{
    private readonly CallSender _sender;
    private readonly HistoryCalls _calls;

    internal HistoryClient(CallSender sender, HistoryCalls calls) => (_sender, _calls) = (sender, calls);

    /// <summary>Lists entries of the log: tasks that were created, failed, completed or deleted (<c>GET /history/external-task-log</c>).</summary>
    /// <param name="query">Which entries.</param>
    /// <param name="firstResult">How many entries to skip. The order is the same from page to page only if the query has an order.</param>
    /// <param name="maxResults">The maximum number of entries; positive.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task<IReadOnlyList<ExternalTaskLogEntry>> ListExternalTaskLogAsync(
        ExternalTaskLogQuery query, int firstResult = 0, int maxResults = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        RequestCheck.Page(firstResult, maxResults);
        return _sender.AskAsync(_calls.ListLog(query, firstResult, maxResults), cancellationToken);
    }

    /// <summary>Counts entries of the log (<c>GET /history/external-task-log/count</c>).</summary>
    /// <param name="query">Which entries; its order has no effect.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task<long> CountExternalTaskLogAsync(ExternalTaskLogQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _sender.AskAsync(HistoryCalls.CountLog(query), cancellationToken);
    }

    /// <summary>Gets an entry of the log by its id (<c>GET /history/external-task-log/{id}</c>).</summary>
    /// <param name="entryId">The entry's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The entry does not exist (404).</exception>
    public Task<ExternalTaskLogEntry> GetExternalTaskLogAsync(string entryId, CancellationToken cancellationToken = default) =>
        _sender.AskAsync(_calls.GetLog(entryId), cancellationToken);

    /// <summary>Gets the complete details of a failure in the log (<c>GET /history/external-task-log/{id}/error-details</c>).</summary>
    /// <param name="entryId">The entry's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The details, or null if there are none.</returns>
    /// <exception cref="EngineException">The entry does not exist (404).</exception>
    public Task<string?> GetExternalTaskLogErrorDetailsAsync(string entryId, CancellationToken cancellationToken = default) =>
        _sender.AskAsync(HistoryCalls.LogErrorDetails(entryId), cancellationToken);
}
