using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Protocol.Uploads;

namespace Camunda.ExternalTask;

/// <content>Content of variables from a stream.</content>
public sealed partial class ExternalTaskClient
{
    /// <summary>
    /// Sets a File or Bytes variable of the task's process instance while its content is read, so that no more than a piece of it is in memory. The lock is not
    /// checked. In a completion, current engines refuse more than 14 MiB (20,000,000 characters of Base64); here there is no limit but that of their memory.
    /// </summary>
    /// <remarks>
    /// The request timeout holds for each piece and for the answer, not for the whole. A variable with a slash or backslash in its name, which no path can carry, and a
    /// file whose name fits no header (very long, or with blanks around it) go as Base64 in JSON, streamed all the same, to which the limit of completions applies.
    /// </remarks>
    /// <param name="task">The task.</param>
    /// <param name="variableName">The variable's name, any text.</param>
    /// <param name="upload">Content, and name, MIME type and encoding of a file.</param>
    /// <param name="cancellationToken">Stops reading and sending; the variable stays as it was.</param>
    /// <exception cref="EngineException">The engine refused, or the content could not be read.</exception>
    public Task UploadAsync(FetchedTask task, string variableName, VariableUpload upload, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return UploadAsync(task.ProcessInstanceId, variableName, upload, cancellationToken);
    }

    /// <summary>Sets a File or Bytes variable of a process instance while its content is read.</summary>
    /// <param name="processInstanceId">The instance's id.</param>
    /// <inheritdoc cref="UploadAsync(FetchedTask, string, VariableUpload, CancellationToken)"/>
    /// <param name="variableName"/>
    /// <param name="upload"/>
    /// <param name="cancellationToken"/>
    public Task UploadAsync(string processInstanceId, string variableName, VariableUpload upload, CancellationToken cancellationToken = default) =>
        UploadAsync("process-instance", processInstanceId, "variables", variableName, upload, cancellationToken);

    /// <summary>Sets a File or Bytes variable of the task's own scope while its content is read.</summary>
    /// <inheritdoc cref="UploadAsync(FetchedTask, string, VariableUpload, CancellationToken)"/>
    public Task UploadLocalAsync(FetchedTask task, string variableName, VariableUpload upload, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return UploadLocalAsync(task.ExecutionId, variableName, upload, cancellationToken);
    }

    /// <summary>Sets a File or Bytes variable of exactly one execution while its content is read.</summary>
    /// <param name="executionId">The execution's id.</param>
    /// <inheritdoc cref="UploadAsync(FetchedTask, string, VariableUpload, CancellationToken)"/>
    /// <param name="variableName"/>
    /// <param name="upload"/>
    /// <param name="cancellationToken"/>
    public Task UploadLocalAsync(string executionId, string variableName, VariableUpload upload, CancellationToken cancellationToken = default) =>
        UploadAsync("execution", executionId, "localVariables", variableName, upload, cancellationToken);

    private async Task UploadAsync(string resource, string id, string scope, string variableName, VariableUpload upload, CancellationToken cancellationToken)
    {
        RequestCheck.VariableName(variableName);
        ArgumentNullException.ThrowIfNull(upload);
        var path = $"{resource}/{RequestCheck.Segment(id)}/{scope}";
        var (body, target) = RequestCheck.FitsPath(variableName) && UploadBody.FitsMultipart(upload)
            ? (UploadBody.Multipart(upload), $"{path}/{Uri.EscapeDataString(variableName)}/data")
            : (UploadBody.Json(variableName, upload), path);
        if (await _connection.SendContentAsync(HttpMethod.Post, target, body, _requestTimeout, cancellationToken).ConfigureAwait(false) is { } error)
        {
            throw new EngineException($"upload of variable '{variableName}'", error);
        }
    }
}
