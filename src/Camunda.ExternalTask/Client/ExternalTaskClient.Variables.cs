using System.Text.Json;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask;

/// <content>Variables outside of completing.</content>
public sealed partial class ExternalTaskClient
{
    /// <summary>Sets variables of the task's process instance while the task goes on. The lock is not checked.</summary>
    /// <param name="task">The task.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="VariableException">A value must not be sent; nothing has been.</exception>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task SetVariablesAsync(FetchedTask task, IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return SetVariablesAsync(task.ProcessInstanceId, variables, null, cancellationToken);
    }

    /// <summary>Sets and deletes variables of a process instance.</summary>
    /// <param name="processInstanceId">The instance's id.</param>
    /// <param name="variables">The variables to set.</param>
    /// <param name="deletions">The names of variables to delete, or null; unknown ones are ignored.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="VariableException">A value must not be sent; nothing has been.</exception>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task SetVariablesAsync(
        string processInstanceId, IReadOnlyDictionary<string, TypedValue> variables, IReadOnlyCollection<string>? deletions = null, CancellationToken cancellationToken = default) =>
        ModifyAsync("process-instance", processInstanceId, "variables", variables, deletions, cancellationToken);

    /// <summary>Sets variables of the task's own scope while the task goes on. The lock is not checked.</summary>
    /// <param name="task">The task.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="VariableException">A value must not be sent; nothing has been.</exception>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task SetLocalVariablesAsync(FetchedTask task, IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return SetLocalVariablesAsync(task.ExecutionId, variables, null, cancellationToken);
    }

    /// <summary>Sets and deletes variables of exactly one execution.</summary>
    /// <param name="executionId">The execution's id.</param>
    /// <param name="variables">The variables to set.</param>
    /// <param name="deletions">The names of variables to delete, or null; unknown ones are ignored.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="VariableException">A value must not be sent; nothing has been.</exception>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task SetLocalVariablesAsync(
        string executionId, IReadOnlyDictionary<string, TypedValue> variables, IReadOnlyCollection<string>? deletions = null, CancellationToken cancellationToken = default) =>
        ModifyAsync("execution", executionId, "localVariables", variables, deletions, cancellationToken);

    /// <summary>
    /// Downloads the content of a File or Bytes variable that the task sees, local or inherited, as a stream. It is the content of now, not of when the task was
    /// fetched; name, MIME type and encoding are in the fetched value (<see cref="TypedValue.GetInfo"/>).
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="variableName">The variable's name.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The content; the caller disposes of the stream.</returns>
    /// <exception cref="EngineException">There is no such variable (404), or it is of another type (400).</exception>
    public Task<Stream> OpenContentAsync(FetchedTask task, string variableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(variableName);
        return _contents.OpenAsync(task, variableName, cancellationToken);
    }

    private Task ModifyAsync(
        string resource, string id, string scope, IReadOnlyDictionary<string, TypedValue> variables, IReadOnlyCollection<string>? deletions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return SendAsync(
            $"setting {scope} of {resource} '{id}'", HttpMethod.Post, $"{resource}/{RequestCheck.Segment(id)}/{scope}", Write, cancellationToken);

        void Write(Utf8JsonWriter json) => ModificationBody.Write(json, variables, deletions, _dateFormat);
    }
}
