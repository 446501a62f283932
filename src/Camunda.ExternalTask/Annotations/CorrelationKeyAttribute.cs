namespace Camunda.ExternalTask;

/// <summary>
/// Makes a property of a <see cref="MessageAttribute"/> type a correlation key: only an instance whose variable of this name has this value and engine type
/// receives the message. <see cref="VariableAttribute"/> can set name and type.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CorrelationKeyAttribute : Attribute;
