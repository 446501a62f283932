using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>A flow node with its connections.</summary>
internal sealed class FlowElement(BpmnFlowNode node, FlowElement? container)
{
    public BpmnFlowNode Node { get; } = node;

    /// <summary>The subprocess that contains it, or null at the top of the process.</summary>
    public FlowElement? Container { get; } = container;

    /// <summary>The sequence flows that leave it, in the order of the file, in which the engine evaluates them.</summary>
    public List<BpmnSequenceFlow> Outgoing { get; } = [];

    public List<BpmnSequenceFlow> Incoming { get; } = [];

    public List<FlowElement> BoundaryEvents { get; } = [];

    public List<FlowElement> Children { get; } = [];

    public IEnumerable<FlowElement> EventSubprocesses => Children.Where(static child => child.Node.TriggeredByEvent);

    public string DisplayName => string.IsNullOrWhiteSpace(Node.Name) ? Node.Id : Node.Name!;

    /// <summary>The element and everything in it.</summary>
    public IEnumerable<FlowElement> WithDescendants() => Children.SelectMany(static child => child.WithDescendants()).Prepend(this);
}
