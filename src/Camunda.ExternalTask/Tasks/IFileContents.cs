namespace Camunda.ExternalTask.Tasks;

/// <summary>Downloads the contents of File and Bytes variables.</summary>
internal interface IFileContents
{
    /// <summary>Downloads the content of a variable that a task sees, local or inherited.</summary>
    /// <param name="task">The task.</param>
    /// <param name="variableName">The variable's name, case-sensitive.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The content. The caller disposes of the stream.</returns>
    /// <exception cref="EngineException">The variable does not exist or has another type.</exception>
    Task<Stream> OpenAsync(FetchedTask task, string variableName, CancellationToken cancellationToken);
}
