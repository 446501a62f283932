using System.ComponentModel;
using Camunda.ExternalTask.Generated;

namespace Camunda.ExternalTask;

/// <summary>Describes what a worker fetches for an input.</summary>
/// <param name="Variables">The names of the variables, in the order of the properties. If empty, no variable is fetched.</param>
public sealed record TaskInputDescriptor(IReadOnlyList<string> Variables)
{
    /// <summary>Whether the task's extension properties are also fetched.</summary>
    public bool IncludeExtensionProperties { get; init; }

    /// <summary>Returns the descriptor of an input type.</summary>
    /// <typeparam name="TInput">The input type.</typeparam>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static TaskInputDescriptor Of<TInput>()
        where TInput : ITaskInput<TInput> => TInput.Descriptor;
}
