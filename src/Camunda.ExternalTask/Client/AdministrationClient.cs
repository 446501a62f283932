using Camunda.ExternalTask.Client;
using Camunda.ExternalTask.Protocol.Calls;

namespace Camunda.ExternalTask;

/// <summary>Calls that change many tasks at once, and calls about the engine.</summary>
public sealed class AdministrationClient
{
    private readonly CallSender _sender;
    private readonly AdministrationCalls _calls;

    internal AdministrationClient(CallSender sender, AdministrationCalls calls) => (_sender, _calls) = (sender, calls);

    /// <summary>Sets how many attempts several tasks have left, of all or of none (<c>PUT /external-task/retries</c>).</summary>
    /// <param name="taskIds">The ids of the tasks; at least one.</param>
    /// <param name="retries">The number of attempts; not negative.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task SetRetriesAsync(IReadOnlyCollection<string> taskIds, int retries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(taskIds);
        return SetRetriesAsync(new ExternalTaskSelection { TaskIds = taskIds }, retries, cancellationToken);
    }

    /// <summary>Sets how many attempts the selected tasks have left, of all or of none (<c>PUT /external-task/retries</c>).</summary>
    /// <param name="which">Which tasks: by ids, process instances or queries.</param>
    /// <param name="retries">The number of attempts; not negative.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The selection has no member that selects tasks.</exception>
    /// <exception cref="EngineException">The engine refused: 400 if the selection contains no task, 404 for an unknown task id.</exception>
    public Task SetRetriesAsync(ExternalTaskSelection which, int retries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(which);
        return _sender.SendAsync(_calls.SetRetries(which, retries), cancellationToken);
    }

    /// <summary>Starts a batch in the engine that sets how many attempts several tasks have left (<c>POST /external-task/retries-async</c>).</summary>
    /// <param name="taskIds">The ids of the tasks; at least one.</param>
    /// <param name="retries">The number of attempts; not negative.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the batch.</returns>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task<string> StartRetriesBatchAsync(IReadOnlyCollection<string> taskIds, int retries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(taskIds);
        return StartRetriesBatchAsync(new ExternalTaskSelection { TaskIds = taskIds }, retries, cancellationToken);
    }

    /// <summary>Starts a batch in the engine that sets how many attempts the selected tasks have left (<c>POST /external-task/retries-async</c>).</summary>
    /// <param name="which">Which tasks: by ids, process instances or queries. The engine finds them when it creates the batch.</param>
    /// <param name="retries">The number of attempts; not negative.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the batch.</returns>
    /// <exception cref="ArgumentException">The selection has no member that selects tasks.</exception>
    /// <exception cref="EngineException">The engine refused: 400 if the selection contains no task. Only the batch itself fails for an unknown task id.</exception>
    public Task<string> StartRetriesBatchAsync(ExternalTaskSelection which, int retries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(which);
        return _sender.AskAsync(_calls.StartRetriesBatch(which, retries), cancellationToken);
    }

    /// <summary>Gets the engine's version, for example <c>7.24.0</c> (<c>GET /version</c>). The call is cheap and shows whether the engine answers.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task<string> GetVersionAsync(CancellationToken cancellationToken = default) => _sender.AskAsync(AdministrationCalls.Version(), cancellationToken);
}
