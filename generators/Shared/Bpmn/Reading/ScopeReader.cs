using System;
using System.Collections.Generic;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>Reads the nodes and flows of a process or subprocess.</summary>
internal sealed class ScopeReader
{
    private readonly BpmnXml _xml;
    private readonly BpmnModelBuilder _builder;
    private readonly FlowNodeReader _nodes;

    public ScopeReader(BpmnXml xml, BpmnModelBuilder builder)
    {
        _xml = xml;
        _builder = builder;
        _nodes = new(xml, builder, this);
    }

    /// <summary>Reads the children of <paramref name="element"/>; those that are neither node nor flow go to <paramref name="other"/>.</summary>
    public BpmnScope Read(BpmnElement element, Action<BpmnElement> other)
    {
        var nodes = new List<BpmnFlowNode>();
        var flows = new List<BpmnSequenceFlow>();
        _xml.ReadChildren(element, child =>
        {
            if (!child.IsBpmn)
            {
                return;
            }

            if (child.Name == "sequenceFlow")
            {
                if (ReadFlow(child) is { } flow)
                {
                    flows.Add(flow);
                }
            }
            else if (FlowNodeReader.KindOf(child.Name) is { } kind)
            {
                if (_nodes.Read(child, kind) is { } node)
                {
                    nodes.Add(node);
                }
            }
            else
            {
                other(child);
            }
        });
        return new() { Nodes = nodes.ToEquatableArray(), Flows = flows.ToEquatableArray() };
    }

    private BpmnSequenceFlow? ReadFlow(BpmnElement element)
    {
        if (_builder.TakeId(element) is not { } id)
        {
            return null;
        }

        BpmnCondition? condition = null;
        _xml.ReadChildren(element, child =>
        {
            if (child is { IsBpmn: true, Name: "conditionExpression" })
            {
                condition = new(_xml.ReadText(child), child.Attribute("language")?.Value);
            }
        });
        return new()
        {
            Id = id,
            Name = element.Attribute("name")?.Value,
            SourceRef = element.Attribute("sourceRef")?.Value ?? "",
            TargetRef = element.Attribute("targetRef")?.Value ?? "",
            Condition = condition,
            Position = element.IdPosition,
        };
    }
}
