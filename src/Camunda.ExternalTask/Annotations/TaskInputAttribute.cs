namespace Camunda.ExternalTask;

/// <summary>
/// Makes a <c>partial</c> record or class the input of a handler: each property is a variable the worker fetches. The source generator writes
/// the reader.
/// </summary>
/// <remarks>
/// A variable's name is the property's in camelCase unless <see cref="VariableAttribute"/> says otherwise. A non-nullable property without a
/// default must be there; a default makes it optional; a nullable one takes null and reads as null when absent (unless <c>required</c>);
/// <see cref="Optional{T}"/> tells absent from null.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class TaskInputAttribute : Attribute;
