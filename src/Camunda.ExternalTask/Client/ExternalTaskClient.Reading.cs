using System.Text.Json;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask;

/// <content>Reading variables as they are now, and single ones.</content>
public sealed partial class ExternalTaskClient
{
    /// <summary>The variables that a task sees now, local and inherited, whatever was fetched with it.</summary>
    /// <param name="task">The task.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The variables; the contents of files come when they are asked for.</returns>
    /// <exception cref="EngineException">The engine refused; it answers 500 if the task's instance is gone.</exception>
    public Task<TaskVariables> GetVariablesAsync(FetchedTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return GetVariablesAsync(task.ExecutionId, cancellationToken);
    }

    /// <summary>The variables of a process instance, or those that an execution sees, local and inherited.</summary>
    /// <param name="id">The id of the process instance, or of the execution.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The variables as they are stored (<c>deserializeValues=false</c>); the contents of files come when they are asked for.</returns>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task<TaskVariables> GetVariablesAsync(string id, CancellationToken cancellationToken = default) =>
        ReadVariablesAsync("process-instance", id, "variables", cancellationToken);

    /// <summary>The variables that are local to exactly one execution.</summary>
    /// <param name="executionId">The execution's id.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The variables as they are stored (<c>deserializeValues=false</c>); the contents of files come when they are asked for.</returns>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task<TaskVariables> GetLocalVariablesAsync(string executionId, CancellationToken cancellationToken = default) =>
        ReadVariablesAsync("execution", executionId, "localVariables", cancellationToken);

    /// <summary>A variable of a process instance, or one that an execution sees, local or inherited.</summary>
    /// <param name="id">The id of the process instance, or of the execution.</param>
    /// <param name="variableName">The variable's name, any text.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The value as it is stored, without the content of a file; null if there is no such variable.</returns>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task<TypedValue?> GetVariableAsync(string id, string variableName, CancellationToken cancellationToken = default) =>
        ReadVariableAsync("process-instance", id, "variables", variableName, cancellationToken);

    /// <summary>A variable that is local to exactly one execution.</summary>
    /// <param name="executionId">The execution's id.</param>
    /// <param name="variableName">The variable's name, any text.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The value as it is stored, without the content of a file; null if there is no such variable.</returns>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task<TypedValue?> GetLocalVariableAsync(string executionId, string variableName, CancellationToken cancellationToken = default) =>
        ReadVariableAsync("execution", executionId, "localVariables", variableName, cancellationToken);

    /// <summary>Sets one variable of a process instance.</summary>
    /// <param name="processInstanceId">The instance's id.</param>
    /// <param name="variableName">The variable's name, any text.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="VariableException">The value must not be sent; nothing has been.</exception>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task SetVariableAsync(string processInstanceId, string variableName, TypedValue value, CancellationToken cancellationToken = default) =>
        SetVariablesAsync(processInstanceId, One(variableName, value), null, cancellationToken);

    /// <summary>Sets one variable of exactly one execution.</summary>
    /// <param name="executionId">The execution's id.</param>
    /// <param name="variableName">The variable's name, any text.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="VariableException">The value must not be sent; nothing has been.</exception>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task SetLocalVariableAsync(string executionId, string variableName, TypedValue value, CancellationToken cancellationToken = default) =>
        SetLocalVariablesAsync(executionId, One(variableName, value), null, cancellationToken);

    /// <summary>Deletes variables of a process instance; unknown names are ignored.</summary>
    /// <param name="processInstanceId">The instance's id.</param>
    /// <param name="variableNames">Their names, any texts; at least one.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task DeleteVariablesAsync(string processInstanceId, IReadOnlyCollection<string> variableNames, CancellationToken cancellationToken = default) =>
        SetVariablesAsync(processInstanceId, new Dictionary<string, TypedValue>(), Checked(variableNames), cancellationToken);

    /// <summary>Deletes variables that are local to exactly one execution; unknown names are ignored.</summary>
    /// <param name="executionId">The execution's id.</param>
    /// <param name="variableNames">Their names, any texts; at least one.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task DeleteLocalVariablesAsync(string executionId, IReadOnlyCollection<string> variableNames, CancellationToken cancellationToken = default) =>
        SetLocalVariablesAsync(executionId, new Dictionary<string, TypedValue>(), Checked(variableNames), cancellationToken);

    private static Dictionary<string, TypedValue> One(string variableName, TypedValue value)
    {
        RequestCheck.VariableName(variableName);
        ArgumentNullException.ThrowIfNull(value);
        return new() { [variableName] = value };
    }

    private static IReadOnlyCollection<string> Checked(IReadOnlyCollection<string> variableNames)
    {
        RequestCheck.VariableNames(variableNames);
        return variableNames;
    }

    private Task<TaskVariables> ReadVariablesAsync(string resource, string id, string scope, CancellationToken cancellationToken) => AskAsync(
        $"{scope} of {resource} '{id}'",
        HttpMethod.Get,
        $"{resource}/{RequestCheck.Segment(id)}/{scope}?deserializeValues=false",
        null,
        _requestTimeout,
        answer => Over(id, answer),
        cancellationToken);

    private async Task<TypedValue?> ReadVariableAsync(string resource, string id, string scope, string variableName, CancellationToken cancellationToken)
    {
        RequestCheck.VariableName(variableName);
        if (!RequestCheck.FitsPath(variableName))
        {
            var all = await ReadVariablesAsync(resource, id, scope, cancellationToken).ConfigureAwait(false);
            return all.TryGetTyped(variableName, out var found) ? found : null;
        }

        try
        {
            return await AskAsync(
                $"variable '{variableName}' of {resource} '{id}'",
                HttpMethod.Get,
                $"{resource}/{RequestCheck.Segment(id)}/{scope}/{Uri.EscapeDataString(variableName)}?deserializeValue=false",
                null,
                _requestTimeout,
                answer => (TypedValue?)Over(id, [.. "{\"v\":"u8, .. answer, (byte)'}']).GetTyped("v"),
                cancellationToken).ConfigureAwait(false);
        }
        catch (EngineException exception) when (exception is { StatusCode: System.Net.HttpStatusCode.NotFound, Type: "InvalidRequestException" })
        {
            return null;
        }
    }

    /// <summary>Variables as those of a task of the execution, which has all it takes to read dates and to find the contents of files.</summary>
    private TaskVariables Over(string executionId, ReadOnlySpan<byte> variables)
    {
        var reader = new Utf8JsonReader(variables);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An object of variables was expected.");
        }

        reader.Skip();
        var id = JsonEncodedText.Encode(executionId).EncodedUtf8Bytes;
        byte[] json = [.. "{\"executionId\":\""u8, .. id, .. "\",\"processInstanceId\":\""u8, .. id, .. "\",\"variables\":"u8, .. variables, (byte)'}'];
        var task = new FetchedTask(json, (json.Length - 1 - variables.Length)..(json.Length - 1))
        {
            TaskId = "",
            TopicName = "",
            WorkerId = "",
            DateFormat = _dateFormat,
            Contents = _contents,
        };
        return task.Variables;
    }
}
