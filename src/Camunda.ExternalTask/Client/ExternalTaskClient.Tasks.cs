using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Protocol.Calls;

namespace Camunda.ExternalTask;

/// <content>Reading tasks, and setting their retries and priority.</content>
public sealed partial class ExternalTaskClient
{
    /// <summary>
    /// Gets a task by its id, whichever worker holds it (<c>GET /external-task/{id}</c>). The engine leaves out variables, extension properties and error details.
    /// </summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The task; its worker id is empty if no worker holds it.</returns>
    /// <exception cref="EngineException">The task is gone (<see cref="EngineException.IsGone"/>).</exception>
    public Task<FetchedTask> GetTaskAsync(string taskId, CancellationToken cancellationToken = default) => _sender.AskAsync(_calls.Get(taskId), cancellationToken);

    /// <summary>
    /// Lists tasks, whichever worker holds them (<c>POST /external-task</c>). The engine leaves out variables, extension properties and error details.
    /// </summary>
    /// <param name="query">Which tasks.</param>
    /// <param name="firstResult">How many tasks to skip. The order is the same from page to page only if the query has a sorting.</param>
    /// <param name="maxResults">The maximum number of tasks; positive.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task<IReadOnlyList<FetchedTask>> ListTasksAsync(
        ExternalTaskQuery query, int firstResult = 0, int maxResults = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        RequestCheck.Page(firstResult, maxResults);
        return _sender.AskAsync(_calls.List(query, firstResult, maxResults), cancellationToken);
    }

    /// <summary>Counts tasks (<c>POST /external-task/count</c>).</summary>
    /// <param name="query">Which tasks; its sorting has no effect.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task<long> CountTasksAsync(ExternalTaskQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _sender.AskAsync(_calls.Count(query), cancellationToken);
    }

    /// <summary>Gets the complete details of a task's last failure (<c>GET /external-task/{id}/errorDetails</c>).</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The details, or null if there are none.</returns>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task<string?> GetErrorDetailsAsync(string taskId, CancellationToken cancellationToken = default) =>
        _sender.AskAsync(ExternalTaskCalls.ErrorDetails(taskId), cancellationToken);

    /// <summary>Gets the names of the topics that have tasks (<c>GET /external-task/topic-names</c>).</summary>
    /// <param name="withLockedTasks">Only topics with locked tasks.</param>
    /// <param name="withUnlockedTasks">Only topics with tasks that are not locked.</param>
    /// <param name="withRetriesLeft">Only topics with tasks that have retries left.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task<IReadOnlyList<string>> GetTopicNamesAsync(
        bool withLockedTasks = false, bool withUnlockedTasks = false, bool withRetriesLeft = false, CancellationToken cancellationToken = default) =>
        _sender.AskAsync(ExternalTaskCalls.TopicNames(withLockedTasks, withUnlockedTasks, withRetriesLeft), cancellationToken);

    /// <summary>
    /// Sets how many attempts a task has left (<c>PUT /external-task/{id}/retries</c>). A change from 0 to more resolves its incident, and workers can fetch it again.
    /// </summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="retries">The number of attempts; not negative.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task SetRetriesAsync(string taskId, int retries, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(AdministrationCalls.SetRetries(taskId, retries), cancellationToken);

    /// <summary>Sets a task's priority (<c>PUT /external-task/{id}/priority</c>).</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="priority">The priority. The engine delivers tasks with a higher one first.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task SetPriorityAsync(string taskId, long priority, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(AdministrationCalls.SetPriority(taskId, priority), cancellationToken);
}
