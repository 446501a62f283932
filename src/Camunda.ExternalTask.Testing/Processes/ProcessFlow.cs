using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>A sequence flow of a process graph.</summary>
internal sealed record ProcessFlow(string Id, BpmnExpression? Condition)
{
    /// <summary>The listeners of the flow.</summary>
    public IReadOnlyList<ProcessListener> Listeners { get; init; } = [];

    /// <summary>The node that the flow leads to. The builder sets it when it knows all nodes of the scope.</summary>
    public ProcessNode Target { get; set; } = null!;
}
