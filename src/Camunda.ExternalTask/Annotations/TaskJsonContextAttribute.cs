namespace Camunda.ExternalTask;

/// <summary>
/// Names the <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> that serializes user-defined types as JSON: for the whole
/// assembly, or for the input, output or BPMN error that has the attribute.
/// </summary>
/// <param name="contextType">
/// A source-generated context with a <c>[JsonSerializable]</c> attribute for every type that is used as a variable.
/// </param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class TaskJsonContextAttribute(Type contextType) : Attribute
{
    /// <summary>The source-generated context.</summary>
    public Type ContextType { get; } = contextType;
}
