namespace Camunda.ExternalTask;

/// <summary>
/// Makes a <c>partial</c> record or class the input of a handler. The worker fetches one variable for each property. The source generator
/// writes the reader.
/// </summary>
/// <remarks>
/// The name of a variable is the property's name in camelCase, unless <see cref="VariableAttribute"/> sets another. A non-nullable property
/// without a default requires the variable. A default makes the variable optional. A nullable property accepts null, and is null if the
/// variable is absent (unless <c>required</c>). <see cref="Optional{T}"/> distinguishes absent from null.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class TaskInputAttribute : Attribute;
