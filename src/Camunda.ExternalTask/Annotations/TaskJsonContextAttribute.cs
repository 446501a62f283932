namespace Camunda.ExternalTask;

/// <summary>
/// Names the <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> through which users' own types travel as JSON: for the whole
/// assembly, or for the input, output or BPMN error that carries it.
/// </summary>
/// <param name="contextType">A source-generated context with a <c>[JsonSerializable]</c> for every type that is used as a variable.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class TaskJsonContextAttribute(Type contextType) : Attribute
{
    /// <summary>The source-generated context.</summary>
    public Type ContextType { get; } = contextType;
}
