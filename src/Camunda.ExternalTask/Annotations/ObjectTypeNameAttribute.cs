namespace Camunda.ExternalTask;

/// <summary>
/// Names the Java class that corresponds to a user-defined type. Properties of outputs and BPMN errors that have this type are written as
/// Object of <c>application/json</c> with this class, instead of as Json.
/// </summary>
/// <remarks>
/// <see cref="VariableAttribute.Type"/> and <see cref="VariableAttribute.ObjectTypeName"/> of a property override the attribute. Lists of
/// the type are still written as Json. Reading treats Json and Object alike.
/// </remarks>
/// <param name="name">
/// The Java class, for example <c>com.example.Customer</c>; not blank. The engine does not check it on writing. A wrong name fails in the
/// step that deserializes the object.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class ObjectTypeNameAttribute(string name) : Attribute
{
    /// <summary>The Java class.</summary>
    public string Name { get; } = name;
}
