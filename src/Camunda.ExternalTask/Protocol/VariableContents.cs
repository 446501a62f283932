using System.Text.Json;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Downloads the content of File and Bytes variables of fetched tasks.</summary>
/// <param name="connection">Carries the calls.</param>
/// <param name="timeout">How long the engine may take to begin to answer.</param>
internal sealed class VariableContents(EngineConnection connection, TimeSpan timeout)
{
    private const int MaxQueryAnswerBytes = 1024 * 1024;

    /// <exception cref="EngineException">There is no such variable, or it is of another type.</exception>
    public async Task<Stream> OpenAsync(FetchedTask task, string variableName, CancellationToken cancellationToken)
    {
        // By the execution's id the engine finds local and inherited variables, in spite of the path's name; the execution's own path finds local ones only.
        var call = $"content of variable '{variableName}'";
        var path = RequestCheck.FitsPath(variableName)
            ? $"process-instance/{RequestCheck.Segment(task.ExecutionId)}/variables/{Uri.EscapeDataString(variableName)}/data"
            : $"variable-instance/{await FindAsync(call, task, variableName, cancellationToken).ConfigureAwait(false)}/data";
        var (error, response) = await connection.SendAsync(HttpMethod.Get, path, null, ExpectedAnswer.Content, timeout, cancellationToken).ConfigureAwait(false);
        return response is null
            ? throw new EngineException(call, error!)
            : await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    // Servers refuse an escaped slash in a path, so such a variable has to be found by a query first.
    private async Task<string> FindAsync(string call, FetchedTask task, string variableName, CancellationToken cancellationToken)
    {
        var scopes = Uri.EscapeDataString($"{task.ExecutionId},{task.ProcessInstanceId}");
        var path = $"variable-instance?deserializeValues=false&executionIdIn={scopes}&variableName={Uri.EscapeDataString(variableName)}";
        var (error, response) = await connection.SendAsync(HttpMethod.Get, path, null, ExpectedAnswer.Json, timeout, cancellationToken).ConfigureAwait(false);
        if (response is null)
        {
            throw new EngineException(call, error!);
        }

        using (response)
        {
            await response.Content.LoadIntoBufferAsync(MaxQueryAnswerBytes, cancellationToken).ConfigureAwait(false);
            using var variables = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
            return ClosestOf(variables.RootElement, task.ExecutionId) is { } id
                ? RequestCheck.Segment(id)
                : throw new EngineException(call, new EngineError(404, "The task sees no such variable."));
        }
    }

    private static string? ClosestOf(JsonElement variables, string executionId)
    {
        string? found = null;
        foreach (var variable in variables.EnumerateArray())
        {
            var id = variable.GetProperty("id").GetString();
            found = found is null || variable.GetProperty("executionId").ValueEquals(executionId) ? id : found;
        }

        return found;
    }
}
