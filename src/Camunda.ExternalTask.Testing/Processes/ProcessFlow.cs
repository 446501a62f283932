using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>A sequence flow, ready to be taken.</summary>
internal sealed record ProcessFlow(string Id, BpmnExpression? Condition)
{
    /// <summary>Set when the whole scope is known.</summary>
    public ProcessNode Target { get; set; } = null!;
}
