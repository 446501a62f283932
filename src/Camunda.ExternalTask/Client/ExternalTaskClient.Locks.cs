using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Protocol.Calls;

namespace Camunda.ExternalTask;

/// <content>Fetching, locking and unlocking tasks.</content>
public sealed partial class ExternalTaskClient
{
    /// <summary>Fetches tasks and locks them for this worker (<c>POST /external-task/fetchAndLock</c>).</summary>
    /// <remarks>
    /// Avoid cancelling a long poll: the engine does not notice and locks the next task for a worker that is gone, for the whole lock duration.
    /// <see cref="ListTasksAsync"/> finds such tasks by their worker id, <see cref="UnlockAsync(string, CancellationToken)"/> unlocks them.
    /// </remarks>
    /// <param name="request">Topics, filters and limits.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tasks; empty if there are none, or if the user may not see any.</returns>
    /// <exception cref="ArgumentException">A part of the request is missing, out of range or ambiguous.</exception>
    /// <exception cref="EngineException">The call failed; if <see cref="EngineException.IsAmbiguous"/>, the engine may have locked tasks.</exception>
    public async Task<IReadOnlyList<FetchedTask>> FetchAndLockAsync(FetchRequest request, CancellationToken cancellationToken = default)
    {
        RequestCheck.Fetch(request);
        var workerId = RequestCheck.WorkerId(request.WorkerId ?? WorkerId, nameof(request.WorkerId));
        var pollTimeout = request.AsyncResponseTimeout ?? TimeSpan.Zero;
        if (_http.Timeout != Timeout.InfiniteTimeSpan && _http.Timeout < pollTimeout + _requestTimeout)
        {
            throw new ArgumentException(
                $"The HTTP client times out after {_http.Timeout.TotalSeconds:0.#} s, before the poll ends, which would leave a task locked. Set its Timeout to infinite.",
                nameof(request));
        }

        var call = _calls.FetchAndLock(new FetchTerms(workerId, request.MaxTasks, request.UsePriority, request.CreateTimeOrder, pollTimeout), request.Topics);
        var tasks = await _sender.AskAsync(call, pollTimeout, cancellationToken).ConfigureAwait(false);
        foreach (var task in tasks)
        {
            task.Contents = _contents;
        }

        return tasks;
    }

    /// <summary>
    /// Extends a lock to end the given time from now (<c>POST /external-task/{id}/extendLock</c>). The engine refuses if the lock has expired, even if no other worker
    /// has taken the task; then use <see cref="LockAsync(FetchedTask, TimeSpan, CancellationToken)"/>.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="newDuration">How long from now; positive.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task ExtendLockAsync(FetchedTask task, TimeSpan newDuration, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ExternalTaskCalls.ExtendLock(IdOf(task), RequestCheck.WorkerId(task.WorkerId), newDuration), cancellationToken);

    /// <summary>Extends a lock of this client's worker id to end the given time from now.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="newDuration">How long from now; positive.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task ExtendLockAsync(string taskId, TimeSpan newDuration, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ExternalTaskCalls.ExtendLock(taskId, WorkerId, newDuration), cancellationToken);

    /// <summary>Locks a task that is not locked, or that this worker holds or held (<c>POST /external-task/{id}/lock</c>, Camunda 7.15 and later).</summary>
    /// <param name="task">The task.</param>
    /// <param name="lockDuration">How long from now; positive.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task LockAsync(FetchedTask task, TimeSpan lockDuration, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ExternalTaskCalls.Lock(IdOf(task), RequestCheck.WorkerId(task.WorkerId), lockDuration), cancellationToken);

    /// <summary>Locks a task that is not locked for this client's worker id (Camunda 7.15 and later).</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="lockDuration">How long from now; positive.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task LockAsync(string taskId, TimeSpan lockDuration, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ExternalTaskCalls.Lock(taskId, WorkerId, lockDuration), cancellationToken);

    /// <summary>Unlocks a task, so that every worker may fetch it at once (<c>POST /external-task/{id}/unlock</c>). Its retries do not change.</summary>
    /// <param name="task">The task.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task UnlockAsync(FetchedTask task, CancellationToken cancellationToken = default) => UnlockAsync(IdOf(task), cancellationToken);

    /// <summary>Unlocks a task, whichever worker holds it: the engine does not check the worker id.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task UnlockAsync(string taskId, CancellationToken cancellationToken = default) => _sender.SendAsync(ExternalTaskCalls.Unlock(taskId), cancellationToken);
}
