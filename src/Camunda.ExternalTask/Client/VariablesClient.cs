using System.Net;
using Camunda.ExternalTask.Client;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Protocol.Calls;

namespace Camunda.ExternalTask;

/// <summary>Calls that read and write variables of process instances and executions. The engine does not check a lock for them.</summary>
public sealed partial class VariablesClient
{
    private readonly CallSender _sender;
    private readonly VariableCalls _calls;
    private readonly FileContentClient _contents;

    internal VariablesClient(CallSender sender, VariableCalls calls, FileContentClient contents) => (_sender, _calls, _contents) = (sender, calls, contents);

    /// <summary>Gets the variables that a task sees now, local and inherited, whichever were fetched with it.</summary>
    /// <param name="task">The task.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The variables. The contents of files are downloaded when they are read.</returns>
    /// <exception cref="EngineException">The engine refused; it answers 500 if the process instance of the task is gone.</exception>
    public Task<TaskVariables> GetAllAsync(FetchedTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return GetAllAsync(task.ExecutionId, cancellationToken);
    }

    /// <summary>Gets the variables of a process instance, or those that an execution sees, local and inherited (<c>GET /process-instance/{id}/variables</c>).</summary>
    /// <param name="id">The id of the process instance or of the execution.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The variables as they are stored (<c>deserializeValues=false</c>). The contents of files are downloaded when they are read.</returns>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task<TaskVariables> GetAllAsync(string id, CancellationToken cancellationToken = default) =>
        _sender.AskAsync(_calls.GetAll(VariableOwner.ProcessInstance(id)), cancellationToken);

    /// <summary>Gets the variables that are local to exactly one execution (<c>GET /execution/{id}/localVariables</c>).</summary>
    /// <param name="executionId">The execution's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The variables as they are stored (<c>deserializeValues=false</c>). The contents of files are downloaded when they are read.</returns>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task<TaskVariables> GetAllLocalAsync(string executionId, CancellationToken cancellationToken = default) =>
        _sender.AskAsync(_calls.GetAll(VariableOwner.Execution(executionId)), cancellationToken);

    /// <summary>Gets a variable of a process instance, or one that an execution sees, local or inherited (<c>GET /process-instance/{id}/variables/{name}</c>).</summary>
    /// <param name="id">The id of the process instance or of the execution.</param>
    /// <param name="variableName">The variable's name, any text.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The value as it is stored, without the content of a file; null if the variable does not exist.</returns>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task<TypedValue?> GetAsync(string id, string variableName, CancellationToken cancellationToken = default) =>
        ReadAsync(VariableOwner.ProcessInstance(id), variableName, cancellationToken);

    /// <summary>Gets a variable that is local to exactly one execution (<c>GET /execution/{id}/localVariables/{name}</c>).</summary>
    /// <param name="executionId">The execution's id.</param>
    /// <param name="variableName">The variable's name, any text.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The value as it is stored, without the content of a file; null if the variable does not exist.</returns>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task<TypedValue?> GetLocalAsync(string executionId, string variableName, CancellationToken cancellationToken = default) =>
        ReadAsync(VariableOwner.Execution(executionId), variableName, cancellationToken);

    /// <summary>Sets variables of a task's process instance while the task is running.</summary>
    /// <param name="task">The task.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task SetAsync(FetchedTask task, IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return SetAsync(task.ProcessInstanceId, variables, null, cancellationToken);
    }

    /// <summary>Sets and deletes variables of a process instance (<c>POST /process-instance/{id}/variables</c>).</summary>
    /// <param name="processInstanceId">The id of the process instance.</param>
    /// <param name="variables">The variables to set.</param>
    /// <param name="deletions">The names of the variables to delete, or null. The engine ignores unknown names.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task SetAsync(
        string processInstanceId,
        IReadOnlyDictionary<string, TypedValue> variables,
        IReadOnlyCollection<string>? deletions = null,
        CancellationToken cancellationToken = default) =>
        ModifyAsync(VariableOwner.ProcessInstance(processInstanceId), variables, deletions, cancellationToken);

    /// <summary>Sets one variable of a process instance.</summary>
    /// <param name="processInstanceId">The id of the process instance.</param>
    /// <param name="variableName">The variable's name, any text.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="VariableException">The value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task SetAsync(string processInstanceId, string variableName, TypedValue value, CancellationToken cancellationToken = default) =>
        SetAsync(processInstanceId, One(variableName, value), null, cancellationToken);

    /// <summary>Sets variables of a task's own scope while the task is running.</summary>
    /// <param name="task">The task.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task SetLocalAsync(FetchedTask task, IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return SetLocalAsync(task.ExecutionId, variables, null, cancellationToken);
    }

    /// <summary>Sets and deletes variables of exactly one execution (<c>POST /execution/{id}/localVariables</c>).</summary>
    /// <param name="executionId">The execution's id.</param>
    /// <param name="variables">The variables to set.</param>
    /// <param name="deletions">The names of the variables to delete, or null. The engine ignores unknown names.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task SetLocalAsync(
        string executionId,
        IReadOnlyDictionary<string, TypedValue> variables,
        IReadOnlyCollection<string>? deletions = null,
        CancellationToken cancellationToken = default) =>
        ModifyAsync(VariableOwner.Execution(executionId), variables, deletions, cancellationToken);

    /// <summary>Sets one variable of exactly one execution.</summary>
    /// <param name="executionId">The execution's id.</param>
    /// <param name="variableName">The variable's name, any text.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="VariableException">The value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task SetLocalAsync(string executionId, string variableName, TypedValue value, CancellationToken cancellationToken = default) =>
        SetLocalAsync(executionId, One(variableName, value), null, cancellationToken);

    /// <summary>Deletes variables of a process instance. The engine ignores unknown names.</summary>
    /// <param name="processInstanceId">The id of the process instance.</param>
    /// <param name="variableNames">The names of the variables, any texts; at least one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task DeleteAsync(string processInstanceId, IReadOnlyCollection<string> variableNames, CancellationToken cancellationToken = default)
    {
        RequestCheck.VariableNames(variableNames);
        return SetAsync(processInstanceId, new Dictionary<string, TypedValue>(), variableNames, cancellationToken);
    }

    /// <summary>Deletes variables that are local to exactly one execution. The engine ignores unknown names.</summary>
    /// <param name="executionId">The execution's id.</param>
    /// <param name="variableNames">The names of the variables, any texts; at least one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task DeleteLocalAsync(string executionId, IReadOnlyCollection<string> variableNames, CancellationToken cancellationToken = default)
    {
        RequestCheck.VariableNames(variableNames);
        return SetLocalAsync(executionId, new Dictionary<string, TypedValue>(), variableNames, cancellationToken);
    }

    private static Dictionary<string, TypedValue> One(string variableName, TypedValue value)
    {
        RequestCheck.VariableName(variableName);
        ArgumentNullException.ThrowIfNull(value);
        return new() { [variableName] = value };
    }

    private Task ModifyAsync(
        VariableOwner owner, IReadOnlyDictionary<string, TypedValue> variables, IReadOnlyCollection<string>? deletions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return _sender.SendAsync(_calls.Modify(owner, variables, deletions), cancellationToken);
    }

    private async Task<TypedValue?> ReadAsync(VariableOwner owner, string variableName, CancellationToken cancellationToken)
    {
        RequestCheck.VariableName(variableName);
        if (!RequestCheck.FitsPath(variableName))
        {
            var all = await _sender.AskAsync(_calls.GetAll(owner), cancellationToken).ConfigureAwait(false);
            return all.TryGetTyped(variableName, out var found) ? found : null;
        }

        try
        {
            return await _sender.AskAsync(_calls.Get(owner, variableName), cancellationToken).ConfigureAwait(false);
        }
        catch (EngineException exception) when (exception is { StatusCode: HttpStatusCode.NotFound, Type: "InvalidRequestException" })
        {
            return null;
        }
    }
}
