using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Values.Wire;

/// <summary>The origin of variables: the format of their dates and access to their files.</summary>
internal interface IVariableSource
{
    /// <summary>The format of the dates.</summary>
    EngineDateFormat DateFormat { get; }

    /// <summary>Whether <see cref="OpenContentAsync"/> can download contents.</summary>
    bool HasContents { get; }

    /// <summary>Downloads the content of a File or Bytes variable.</summary>
    /// <param name="variableName">The variable's name, case-sensitive.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<Stream> OpenContentAsync(string variableName, CancellationToken cancellationToken);
}
