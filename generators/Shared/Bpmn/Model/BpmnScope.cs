using System.Collections.Generic;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>The content of a process or a subprocess.</summary>
internal sealed record BpmnScope
{
    public EquatableArray<BpmnFlowNode> Nodes { get; init; }

    public EquatableArray<BpmnSequenceFlow> Flows { get; init; }

    public IEnumerable<BpmnFlowNode> AllNodes()
    {
        foreach (var node in Nodes)
        {
            yield return node;
            if (node.Body is null)
            {
                continue;
            }

            foreach (var inner in node.Body.AllNodes())
            {
                yield return inner;
            }
        }
    }
}
