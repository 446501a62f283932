using System.ComponentModel;

namespace Camunda.ExternalTask.Generated;

/// <summary>The input of a handler: what it fetches and how it is read. Implemented by generated code for types with <see cref="TaskInputAttribute"/>.</summary>
/// <typeparam name="TSelf">The input itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITaskInput<TSelf>
    where TSelf : ITaskInput<TSelf>
{
    /// <summary>What the worker has to fetch for this input.</summary>
    static abstract TaskInputDescriptor Descriptor { get; }

    /// <summary>Reads the input of one task.</summary>
    /// <param name="task">The task.</param>
    /// <returns>The input.</returns>
    /// <exception cref="VariableException">A variable is missing or cannot be read as the property's type.</exception>
    static abstract TSelf Read(FetchedTask task);

    /// <summary>Resolves the JSON types of the input once at start, so that a missing registration is said then and not by the first task.</summary>
    /// <exception cref="InvalidOperationException">A JSON type is not registered in its context.</exception>
    static virtual void Prepare()
    {
    }
}
