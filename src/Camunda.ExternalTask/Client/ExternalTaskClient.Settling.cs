using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask;

/// <content>Completing tasks, and reporting failures and BPMN errors.</content>
public sealed partial class ExternalTaskClient
{
    /// <summary>Completes a task (<c>POST /external-task/{id}/complete</c>).</summary>
    /// <param name="task">The task.</param>
    /// <param name="variables">Variables to set in the scope that already has one of the name, or else in the process instance; or null.</param>
    /// <param name="localVariables">Variables of the task's own scope, which only its output parameters see; or null.</param>
    /// <param name="cancellationToken">Cancels the call; the engine may have completed the task.</param>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">
    /// The engine refused: the task is gone, locked by another worker or suspended, a value does not fit its type, or the next step of the process failed.
    /// </exception>
    public Task CompleteAsync(
        FetchedTask task,
        IReadOnlyDictionary<string, TypedValue>? variables = null,
        IReadOnlyDictionary<string, TypedValue>? localVariables = null,
        CancellationToken cancellationToken = default) =>
        CompleteAsync(task, OutputOf(variables, localVariables), cancellationToken);

    /// <summary>Completes a task with an output.</summary>
    /// <param name="task">The task.</param>
    /// <param name="output">A type with <see cref="TaskOutputAttribute"/>, or null for no variables.</param>
    /// <param name="cancellationToken">Cancels the call; the engine may have completed the task.</param>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task CompleteAsync(FetchedTask task, ITaskOutput? output, CancellationToken cancellationToken = default) =>
        SettleAsync(IdOf(task), task.WorkerId, new(SettlementKind.Complete) { Output = output }, cancellationToken);

    /// <summary>Completes a task that is locked for this client's worker id.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="variables">Variables of the process, or null.</param>
    /// <param name="localVariables">Variables of the task's own scope, or null.</param>
    /// <param name="cancellationToken">Cancels the call; the engine may have completed the task.</param>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task CompleteAsync(
        string taskId,
        IReadOnlyDictionary<string, TypedValue>? variables = null,
        IReadOnlyDictionary<string, TypedValue>? localVariables = null,
        CancellationToken cancellationToken = default) =>
        SettleAsync(taskId, WorkerId, new(SettlementKind.Complete) { Output = OutputOf(variables, localVariables) }, cancellationToken);

    /// <summary>Reports a failure (<c>POST /external-task/{id}/failure</c>). The engine does not count attempts: the caller sets how many are left.</summary>
    /// <param name="task">The task.</param>
    /// <param name="errorMessage">What went wrong, for operators; cut at 666 characters as the engine would, but never through a surrogate pair.</param>
    /// <param name="errorDetails">More text, stored completely; or null.</param>
    /// <param name="retries">How many attempts are left; 0 creates an incident.</param>
    /// <param name="retryTimeout">How long until the next attempt. The task stays locked until then.</param>
    /// <param name="variables">Variables of the process to set (Camunda 7.15 and later), or null.</param>
    /// <param name="localVariables">Local variables to set (Camunda 7.15 and later), or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
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

    /// <summary>Reports a failure of a task that is locked for this client's worker id.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="errorMessage">What went wrong, for operators; cut at 666 characters.</param>
    /// <param name="errorDetails">More text, stored completely; or null.</param>
    /// <param name="retries">How many attempts are left; 0 creates an incident.</param>
    /// <param name="retryTimeout">How long until the next attempt.</param>
    /// <param name="variables">Variables of the process to set (Camunda 7.15 and later), or null.</param>
    /// <param name="localVariables">Local variables to set (Camunda 7.15 and later), or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
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

    /// <summary>Reports a failure by a retry cycle: the task has one attempt less than before.</summary>
    /// <param name="task">The task.</param>
    /// <param name="failure">What went wrong; its own retries and timeout take precedence over the cycle's.</param>
    /// <param name="cycle">The cycle; null: <see cref="RetryCycle.Default"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task HandleFailureAsync(FetchedTask task, TaskFailure failure, RetryCycle? cycle = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return SettleAsync(IdOf(task), task.WorkerId, Settlement.Of(failure, task.Retries, cycle ?? RetryCycle.Default), cancellationToken);
    }

    /// <summary>Reports a BPMN error (<c>POST /external-task/{id}/bpmnError</c>). If no event catches the code, the engine ends the execution silently.</summary>
    /// <param name="task">The task.</param>
    /// <param name="errorCode">The code, case-sensitive; not blank.</param>
    /// <param name="errorMessage">The message for the catching event, or null.</param>
    /// <param name="variables">Variables for the catching scope, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task HandleBpmnErrorAsync(
        FetchedTask task,
        string errorCode,
        string? errorMessage = null,
        IReadOnlyDictionary<string, TypedValue>? variables = null,
        CancellationToken cancellationToken = default) =>
        HandleBpmnErrorAsync(task, new BpmnError(errorCode, errorMessage) { Variables = variables }, cancellationToken);

    /// <summary>Reports a BPMN error.</summary>
    /// <param name="task">The task.</param>
    /// <param name="error">The error.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task HandleBpmnErrorAsync(FetchedTask task, BpmnError error, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(error);
        return SettleAsync(IdOf(task), task.WorkerId, Settlement.Of(error, null, RetryCycle.None), cancellationToken);
    }

    /// <summary>Reports a BPMN error of a task that is locked for this client's worker id.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="errorCode">The code, case-sensitive; not blank.</param>
    /// <param name="errorMessage">The message for the catching event, or null.</param>
    /// <param name="variables">Variables for the catching scope, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task HandleBpmnErrorAsync(
        string taskId,
        string errorCode,
        string? errorMessage = null,
        IReadOnlyDictionary<string, TypedValue>? variables = null,
        CancellationToken cancellationToken = default) =>
        SettleAsync(taskId, WorkerId, Settlement.Of(new BpmnError(errorCode, errorMessage) { Variables = variables }, null, RetryCycle.None), cancellationToken);

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
        ArgumentOutOfRangeException.ThrowIfLessThan(retryTimeout, TimeSpan.Zero);
        return new(SettlementKind.Failure)
        {
            Message = errorMessage,
            Details = errorDetails,
            Retries = RequestCheck.Retries(retries),
            RetryTimeout = retryTimeout,
            Variables = variables,
            LocalVariables = localVariables,
        };
    }

    private Task SettleAsync(string taskId, string workerId, Settlement settlement, CancellationToken cancellationToken) =>
        _sender.SendAsync(_calls.Settle(taskId, RequestCheck.WorkerId(workerId), settlement), cancellationToken);
}
