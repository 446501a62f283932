namespace Camunda.ExternalTask;

/// <summary>
/// Makes a <c>partial</c> record or class the output of a handler. Each property becomes a variable when the task is completed. The source
/// generator writes the writer.
/// </summary>
/// <remarks>Null is written as a typed null. An absent <see cref="Optional{T}"/> is not written.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class TaskOutputAttribute : Attribute;
