namespace Camunda.ExternalTask;

/// <summary>
/// Names the Java class that a type of one's own is to the processes: properties of outputs and BPMN errors that have this type are written as Object of
/// <c>application/json</c> with this class, instead of as Json.
/// </summary>
/// <remarks>
/// A property says otherwise by <see cref="VariableAttribute.Type"/> or <see cref="VariableAttribute.ObjectTypeName"/>. Lists of the type stay Json. Reading
/// makes no difference between Json and Object.
/// </remarks>
/// <param name="name">The Java class, for example <c>com.example.Customer</c>; not blank. The engine does not check it when it is written: a wrong one is noticed by the step that opens it.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class ObjectTypeNameAttribute(string name) : Attribute
{
    /// <summary>The Java class.</summary>
    public string Name { get; } = name;
}
