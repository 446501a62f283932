using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>An input or output parameter; a list or map has its items instead of an expression.</summary>
internal sealed record ProcessParameter(string Name, BpmnExpression? Expression)
{
    public BpmnValue? Collection { get; init; }
}
