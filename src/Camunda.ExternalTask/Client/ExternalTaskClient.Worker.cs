using System.Text.Json;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask;

/// <content>What a worker does: fetch, settle, lock.</content>
public sealed partial class ExternalTaskClient
{
    /// <summary>Fetches tasks and locks them for this worker.</summary>
    /// <remarks>
    /// Do not cancel a long poll lightly: the engine does not notice and locks the next task for a worker that is gone, for the whole lock duration.
    /// <see cref="ListAsync"/> finds such tasks by their worker id, <see cref="UnlockAsync(string, CancellationToken)"/> frees them.
    /// </remarks>
    /// <param name="request">Topics, filters and limits.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The tasks; none if there are none, or if the user may not see any.</returns>
    /// <exception cref="ArgumentException">Something in the request is missing, out of range or ambiguous.</exception>
    /// <exception cref="EngineException">The engine did not answer with tasks; some may be locked all the same if <see cref="EngineException.IsAmbiguous"/>.</exception>
    public async Task<IReadOnlyList<FetchedTask>> FetchAndLockAsync(FetchRequest request, CancellationToken cancellationToken = default)
    {
        RequestCheck.Fetch(request);
        var workerId = RequestCheck.WorkerId(request.WorkerId ?? WorkerId, nameof(request.WorkerId));
        var timeout = (request.AsyncResponseTimeout ?? TimeSpan.Zero) + _requestTimeout;
        if (_http.Timeout != Timeout.InfiniteTimeSpan && _http.Timeout < timeout)
        {
            throw new ArgumentException($"The HTTP client gives up after {_http.Timeout.TotalSeconds:0.#} s, before the poll ends, which would strand a task: set its Timeout to infinite.", nameof(request));
        }

        using var body = Body(json => FetchRequestBody.Write(json, workerId, request));
        var tasks = await AskAsync(
            "fetchAndLock", HttpMethod.Post, "external-task/fetchAndLock", body.Written, timeout, ReadTasks, cancellationToken).ConfigureAwait(false);
        foreach (var task in tasks)
        {
            task.Contents = _contents;
        }

        return tasks;
    }

    /// <summary>Completes a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="variables">Variables of the process: where one of the name is already, else of the process instance; or null.</param>
    /// <param name="localVariables">Variables of the task's own scope, which only its output parameters see; or null.</param>
    /// <param name="cancellationToken">Gives up waiting; the task may be completed all the same.</param>
    /// <exception cref="VariableException">A value must not be sent; nothing has been.</exception>
    /// <exception cref="EngineException">The engine refused: the task is gone, locked by another worker, suspended; a value does not fit its type; the next step failed.</exception>
    public Task CompleteAsync(
        FetchedTask task,
        IReadOnlyDictionary<string, TypedValue>? variables = null,
        IReadOnlyDictionary<string, TypedValue>? localVariables = null,
        CancellationToken cancellationToken = default) =>
        CompleteAsync(task, OutputOf(variables, localVariables), cancellationToken);

    /// <summary>Completes a task with an output.</summary>
    /// <param name="task">The task.</param>
    /// <param name="output">A type with <see cref="TaskOutputAttribute"/>, or null for no variables.</param>
    /// <param name="cancellationToken">Gives up waiting; the task may be completed all the same.</param>
    /// <exception cref="VariableException">A value must not be sent; nothing has been.</exception>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task CompleteAsync(FetchedTask task, ITaskOutput? output, CancellationToken cancellationToken = default) =>
        SettleAsync(IdOf(task), task.WorkerId, new(SettlementKind.Complete) { Output = output }, cancellationToken);

    /// <summary>Completes a task by its id, for this client's worker id.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="variables">Variables of the process, or null.</param>
    /// <param name="localVariables">Variables of the task's own scope, or null.</param>
    /// <param name="cancellationToken">Gives up waiting; the task may be completed all the same.</param>
    /// <exception cref="VariableException">A value must not be sent; nothing has been.</exception>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task CompleteAsync(
        string taskId,
        IReadOnlyDictionary<string, TypedValue>? variables = null,
        IReadOnlyDictionary<string, TypedValue>? localVariables = null,
        CancellationToken cancellationToken = default) =>
        SettleAsync(taskId, WorkerId, new(SettlementKind.Complete) { Output = OutputOf(variables, localVariables) }, cancellationToken);

    /// <summary>Reports a failure. The engine does not count: how many tries are left is the caller's to say.</summary>
    /// <param name="task">The task.</param>
    /// <param name="errorMessage">What went wrong, for operators; cut at 666 characters, as the engine would, but never through a character.</param>
    /// <param name="errorDetails">More text, kept whole; or null.</param>
    /// <param name="retries">How many tries are left; 0 creates an incident.</param>
    /// <param name="retryTimeout">How long until the task is tried again; it stays locked meanwhile.</param>
    /// <param name="variables">Variables of the process to set (Camunda 7.15 and later), or null.</param>
    /// <param name="localVariables">Local variables to set (Camunda 7.15 and later), or null.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">Retries or timeout are negative.</exception>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task HandleFailureAsync(
        FetchedTask task,
        string errorMessage,
        string? errorDetails,
        int retries,
        TimeSpan retryTimeout,
        IReadOnlyDictionary<string, TypedValue>? variables = null,
        IReadOnlyDictionary<string, TypedValue>? localVariables = null,
        CancellationToken cancellationToken = default) =>
        SettleAsync(IdOf(task), task.WorkerId, FailureOf(errorMessage, errorDetails, retries, retryTimeout, variables, localVariables), cancellationToken);

    /// <summary>Reports a failure by the task's id, for this client's worker id.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="errorMessage">What went wrong, for operators; cut at 666 characters.</param>
    /// <param name="errorDetails">More text, kept whole; or null.</param>
    /// <param name="retries">How many tries are left; 0 creates an incident.</param>
    /// <param name="retryTimeout">How long until the task is tried again.</param>
    /// <param name="variables">Variables of the process to set (Camunda 7.15 and later), or null.</param>
    /// <param name="localVariables">Local variables to set (Camunda 7.15 and later), or null.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">Retries or timeout are negative.</exception>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task HandleFailureAsync(
        string taskId,
        string errorMessage,
        string? errorDetails,
        int retries,
        TimeSpan retryTimeout,
        IReadOnlyDictionary<string, TypedValue>? variables = null,
        IReadOnlyDictionary<string, TypedValue>? localVariables = null,
        CancellationToken cancellationToken = default) =>
        SettleAsync(taskId, WorkerId, FailureOf(errorMessage, errorDetails, retries, retryTimeout, variables, localVariables), cancellationToken);

    /// <summary>Reports a failure that follows a retry cycle: one try less than the task had.</summary>
    /// <param name="task">The task.</param>
    /// <param name="failure">What went wrong; its own retries and timeout win over the cycle's.</param>
    /// <param name="cycle">The cycle; null: <see cref="RetryCycle.Default"/>.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task HandleFailureAsync(FetchedTask task, TaskFailure failure, RetryCycle? cycle = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return SettleAsync(IdOf(task), task.WorkerId, Settlement.Of(failure, task.Retries, cycle ?? RetryCycle.Default), cancellationToken);
    }

    /// <summary>Reports a BPMN error. A code that nothing catches ends the execution silently.</summary>
    /// <param name="task">The task.</param>
    /// <param name="errorCode">The code, case-sensitive; not blank.</param>
    /// <param name="errorMessage">The message for the catching event, or null.</param>
    /// <param name="variables">Variables for the catching scope, or null.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task HandleBpmnErrorAsync(
        FetchedTask task, string errorCode, string? errorMessage = null, IReadOnlyDictionary<string, TypedValue>? variables = null, CancellationToken cancellationToken = default) =>
        HandleBpmnErrorAsync(task, new BpmnError(errorCode, errorMessage) { Variables = variables }, cancellationToken);

    /// <summary>Reports a BPMN error.</summary>
    /// <param name="task">The task.</param>
    /// <param name="error">The error.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task HandleBpmnErrorAsync(FetchedTask task, BpmnError error, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(error);
        return SettleAsync(IdOf(task), task.WorkerId, Settlement.Of(error, null, RetryCycle.None), cancellationToken);
    }

    /// <summary>Reports a BPMN error by the task's id, for this client's worker id.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="errorCode">The code, case-sensitive; not blank.</param>
    /// <param name="errorMessage">The message for the catching event, or null.</param>
    /// <param name="variables">Variables for the catching scope, or null.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task HandleBpmnErrorAsync(
        string taskId, string errorCode, string? errorMessage = null, IReadOnlyDictionary<string, TypedValue>? variables = null, CancellationToken cancellationToken = default) =>
        SettleAsync(taskId, WorkerId, Settlement.Of(new BpmnError(errorCode, errorMessage) { Variables = variables }, null, RetryCycle.None), cancellationToken);

    /// <summary>Makes the lock end the given time from now. Refused if it has expired, even if nobody took the task: then <see cref="LockAsync(FetchedTask, TimeSpan, CancellationToken)"/> helps.</summary>
    /// <param name="task">The task.</param>
    /// <param name="newDuration">How long from now; positive.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task ExtendLockAsync(FetchedTask task, TimeSpan newDuration, CancellationToken cancellationToken = default) =>
        LockAsync(IdOf(task), task.WorkerId, "extendLock", "newDuration", newDuration, cancellationToken);

    /// <summary>Makes the lock of this client's worker id end the given time from now.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="newDuration">How long from now; positive.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task ExtendLockAsync(string taskId, TimeSpan newDuration, CancellationToken cancellationToken = default) =>
        LockAsync(taskId, WorkerId, "extendLock", "newDuration", newDuration, cancellationToken);

    /// <summary>Locks a task that nobody holds, or that this worker holds or held (Camunda 7.15 and later).</summary>
    /// <param name="task">The task.</param>
    /// <param name="lockDuration">How long from now; positive.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task LockAsync(FetchedTask task, TimeSpan lockDuration, CancellationToken cancellationToken = default) =>
        LockAsync(IdOf(task), task.WorkerId, "lock", "lockDuration", lockDuration, cancellationToken);

    /// <summary>Locks a task that nobody holds for this client's worker id (Camunda 7.15 and later).</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="lockDuration">How long from now; positive.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task LockAsync(string taskId, TimeSpan lockDuration, CancellationToken cancellationToken = default) =>
        LockAsync(taskId, WorkerId, "lock", "lockDuration", lockDuration, cancellationToken);

    /// <summary>Gives a task back: anybody may fetch it at once; its retries stay.</summary>
    /// <param name="task">The task.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task UnlockAsync(FetchedTask task, CancellationToken cancellationToken = default) => UnlockAsync(IdOf(task), cancellationToken);

    /// <summary>Unlocks a task, whoever holds it: the engine does not ask for the worker here.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task UnlockAsync(string taskId, CancellationToken cancellationToken = default) =>
        SendAsync($"unlock of task '{taskId}'", HttpMethod.Post, PathOf(taskId, "unlock"), static _ => { }, cancellationToken);

    private static string IdOf(FetchedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.TaskId;
    }

    private static string PathOf(string taskId, string call) => $"external-task/{RequestCheck.Segment(taskId)}/{call}";

    private static UntypedOutput? OutputOf(IReadOnlyDictionary<string, TypedValue>? variables, IReadOnlyDictionary<string, TypedValue>? localVariables) =>
        variables is null && localVariables is null ? null : new UntypedOutput(variables, localVariables);

    private static Settlement FailureOf(
        string errorMessage,
        string? errorDetails,
        int retries,
        TimeSpan retryTimeout,
        IReadOnlyDictionary<string, TypedValue>? variables,
        IReadOnlyDictionary<string, TypedValue>? localVariables)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        ArgumentOutOfRangeException.ThrowIfLessThan(retryTimeout, TimeSpan.Zero);
        return new(SettlementKind.Failure)
        {
            Message = errorMessage,
            Details = errorDetails,
            Retries = retries,
            RetryTimeout = retryTimeout,
            Variables = variables,
            LocalVariables = localVariables,
        };
    }

    private IReadOnlyList<FetchedTask> ReadTasks(ReadOnlySpan<byte> answer)
    {
        var tasks = new List<FetchedTask>();
        FetchedTaskReader.Read(answer, [], tasks, _dateFormat);
        return tasks;
    }

    private async Task SettleAsync(string taskId, string workerId, Settlement settlement, CancellationToken cancellationToken)
    {
        var call = SettlementBody.PathOf(settlement.Kind);
        var path = PathOf(taskId, call);
        using var body = RequestBuffer.Rent();
        SettlementBody.Write(body, RequestCheck.WorkerId(workerId), settlement, _dateFormat);
        if (await _connection.PostAsync(path, body.Written, _requestTimeout, cancellationToken).ConfigureAwait(false) is { } error)
        {
            throw new EngineException($"{call} of task '{taskId}'", error);
        }
    }

    private Task LockAsync(string taskId, string workerId, string call, string durationName, TimeSpan duration, CancellationToken cancellationToken)
    {
        var path = PathOf(taskId, call);
        var milliseconds = RequestCheck.Milliseconds(duration);
        RequestCheck.WorkerId(workerId);
        return SendAsync($"{call} of task '{taskId}'", HttpMethod.Post, path, Write, cancellationToken);

        void Write(Utf8JsonWriter json)
        {
            json.WriteString("workerId"u8, workerId);
            json.WriteNumber(durationName, milliseconds);
        }
    }
}
