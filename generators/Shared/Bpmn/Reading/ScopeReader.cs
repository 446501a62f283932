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

    /// <summary>Whether an element is <c>extensionElements</c> with execution listeners.</summary>
    public bool HasListeners(BpmnElement element)
    {
        var found = false;
        if (element is { IsBpmn: true, Name: "extensionElements" })
        {
            _xml.ReadChildren(element, extension => found |= extension is { IsExtension: true, Name: "executionListener" });
        }

        return found;
    }

    private BpmnSequenceFlow? ReadFlow(BpmnElement element)
    {
        if (_builder.TakeId(element) is not { } id)
        {
            return null;
        }

        BpmnCondition? condition = null;
        var hasListeners = false;
        _xml.ReadChildren(element, child =>
        {
            if (child is { IsBpmn: true, Name: "conditionExpression" })
            {
                condition = new(_xml.ReadText(child), child.Attribute("language")?.Value);
            }
            else
            {
                hasListeners |= HasListeners(child);
            }
        });
        return new()
        {
            Id = id,
            Name = element.Attribute("name")?.Value,
            SourceRef = element.Attribute("sourceRef")?.Value ?? "",
            TargetRef = element.Attribute("targetRef")?.Value ?? "",
            Condition = condition,
            HasListeners = hasListeners,
            Position = element.IdPosition,
        };
    }
}
