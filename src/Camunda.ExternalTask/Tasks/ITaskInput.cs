using System.ComponentModel;

namespace Camunda.ExternalTask.Generated;

/// <summary>
/// The input of a handler: the variables to fetch, and how to read them. Generated code implements it for types with
/// <see cref="TaskInputAttribute"/>.
/// </summary>
/// <typeparam name="TSelf">The input type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITaskInput<TSelf>
    where TSelf : ITaskInput<TSelf>
{
    /// <summary>Describes what the worker fetches for this input.</summary>
    static abstract TaskInputDescriptor Descriptor { get; }

    /// <summary>Reads the input of one task.</summary>
    /// <param name="task">The task.</param>
    /// <returns>The input.</returns>
    /// <exception cref="VariableException">A variable is missing or cannot be converted to the property's type.</exception>
    static abstract TSelf Read(FetchedTask task);

    /// <summary>
    /// Resolves the JSON types of the input once, when the worker starts, so that a missing registration fails the start and not the first
    /// task.
    /// </summary>
    /// <exception cref="InvalidOperationException">A JSON type is not registered in its context.</exception>
    static virtual void Prepare()
    {
    }
}
