using System.ComponentModel;

namespace Camunda.ExternalTask.Generated;

/// <summary>
/// Resolves the JSON types of inputs and outputs once, when the worker starts. Generated code calls it, because static interface members
/// can only be called through a type parameter.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TaskPreparation
{
    /// <summary>Resolves the JSON types of an input.</summary>
    /// <typeparam name="TInput">The input.</typeparam>
    /// <exception cref="InvalidOperationException">A JSON type is not registered in its context.</exception>
    public static void PrepareInput<TInput>()
        where TInput : ITaskInput<TInput> => TInput.Prepare();

    /// <summary>Resolves the JSON types of an output or a BPMN error.</summary>
    /// <typeparam name="TOutput">The output or BPMN error.</typeparam>
    /// <exception cref="InvalidOperationException">A JSON type is not registered in its context.</exception>
    public static void PrepareOutput<TOutput>()
        where TOutput : ITaskOutput => TOutput.Prepare();
}
