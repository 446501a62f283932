using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Protocol.Calls;

namespace Camunda.ExternalTask;

/// <content>Contents of variables as streams.</content>
public sealed partial class VariablesClient
{
    /// <summary>
    /// Downloads the content of a File or Bytes variable that a task sees, local or inherited, as a stream. The engine sends the current content, not that of when the
    /// task was fetched. The fetched value has name, MIME type and encoding (<see cref="TypedValue.GetInfo"/>).
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="variableName">The variable's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The content. The caller disposes of the stream.</returns>
    /// <exception cref="EngineException">The variable does not exist (404) or has another type (400).</exception>
    public Task<Stream> OpenContentAsync(FetchedTask task, string variableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(variableName);
        return _contents.OpenAsync(task, variableName, cancellationToken);
    }

    /// <summary>
    /// Sets a File or Bytes variable of a task's process instance while its content is read, so that only a piece of it is in memory. In a completion, current engines
    /// refuse more than 14 MiB (20,000,000 characters of Base64). An upload is limited by the memory of the engine only.
    /// </summary>
    /// <remarks>
    /// The request timeout applies to each piece and to the answer, not to the whole upload. A variable whose name contains a slash or backslash does not fit into a path,
    /// and some names of files do not fit into a header (very long ones, and those that begin or end with a blank). Their contents are streamed as Base64 in JSON, to which
    /// the limit of completions applies.
    /// </remarks>
    /// <param name="task">The task.</param>
    /// <param name="variableName">The variable's name, any text.</param>
    /// <param name="upload">The content, and the name, MIME type and encoding of a file.</param>
    /// <param name="cancellationToken">Cancels the upload; the variable does not change.</param>
    /// <exception cref="EngineException">The engine refused, or the content could not be read.</exception>
    public Task UploadAsync(FetchedTask task, string variableName, VariableUpload upload, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return UploadAsync(task.ProcessInstanceId, variableName, upload, cancellationToken);
    }

    /// <summary>Sets a File or Bytes variable of a process instance while its content is read (<c>POST /process-instance/{id}/variables/{name}/data</c>).</summary>
    /// <param name="processInstanceId">The id of the process instance.</param>
    /// <inheritdoc cref="UploadAsync(FetchedTask, string, VariableUpload, CancellationToken)"/>
    /// <param name="variableName"/>
    /// <param name="upload"/>
    /// <param name="cancellationToken"/>
    public Task UploadAsync(string processInstanceId, string variableName, VariableUpload upload, CancellationToken cancellationToken = default) =>
        UploadAsync(VariableOwner.ProcessInstance(processInstanceId), variableName, upload, cancellationToken);

    /// <summary>Sets a File or Bytes variable of a task's own scope while its content is read.</summary>
    /// <inheritdoc cref="UploadAsync(FetchedTask, string, VariableUpload, CancellationToken)"/>
    public Task UploadLocalAsync(FetchedTask task, string variableName, VariableUpload upload, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return UploadLocalAsync(task.ExecutionId, variableName, upload, cancellationToken);
    }

    /// <summary>Sets a File or Bytes variable of exactly one execution while its content is read (<c>POST /execution/{id}/localVariables/{name}/data</c>).</summary>
    /// <param name="executionId">The execution's id.</param>
    /// <inheritdoc cref="UploadAsync(FetchedTask, string, VariableUpload, CancellationToken)"/>
    /// <param name="variableName"/>
    /// <param name="upload"/>
    /// <param name="cancellationToken"/>
    public Task UploadLocalAsync(string executionId, string variableName, VariableUpload upload, CancellationToken cancellationToken = default) =>
        UploadAsync(VariableOwner.Execution(executionId), variableName, upload, cancellationToken);

    private Task UploadAsync(VariableOwner owner, string variableName, VariableUpload upload, CancellationToken cancellationToken)
    {
        RequestCheck.VariableName(variableName);
        ArgumentNullException.ThrowIfNull(upload);
        return _sender.SendAsync(VariableCalls.Upload(owner, variableName, upload), cancellationToken);
    }
}
