using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask.Protocol.Calls;

/// <summary>Downloads the contents of File and Bytes variables.</summary>
/// <param name="connection">Sends the calls.</param>
/// <param name="timeout">How long the engine may take to begin its answer.</param>
internal sealed class FileContentClient(EngineConnection connection, TimeSpan timeout) : IFileContents
{
    private readonly CallLimits _queryLimits = new(timeout, timeout, MaxBytes: 1024 * 1024);

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(FetchedTask task, string variableName, CancellationToken cancellationToken)
    {
        // Servers refuse an escaped slash in a path. Such a variable is found by a query first.
        using var call = RequestCheck.FitsPath(variableName)
            ? VariableCalls.Content(VariableOwner.ProcessInstance(task.ExecutionId), variableName)
            : VariableCalls.ContentById(variableName, await FindAsync(task, variableName, cancellationToken).ConfigureAwait(false));
        var (error, response) = await connection.OpenAsync(call, timeout, cancellationToken).ConfigureAwait(false);
        return response is null
            ? throw new EngineException(call.Name, error!)
            : await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> FindAsync(FetchedTask task, string variableName, CancellationToken cancellationToken)
    {
        var call = VariableCalls.Find(task, variableName);
        var (error, id) = await connection.AskAsync(call, _queryLimits, cancellationToken).ConfigureAwait(false);
        return error is not null ? throw new EngineException(call.Name, error)
            : id ?? throw new EngineException(call.Name, new EngineError(404, "The task does not see a variable of this name."));
    }
}
