using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>The elements of a process and their connections.</summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<string, FlowElement> _elements = [];

    public FlowGraph(BpmnModel model, BpmnProcess process)
    {
        Model = model;
        Process = process;
        Add(process.Body, container: null);
        Connect(process.Body);
    }

    public BpmnModel Model { get; }

    public BpmnProcess Process { get; }

    public IReadOnlyCollection<FlowElement> Elements => _elements.Values;

    public FlowElement? Find(string? id) => id is not null && _elements.TryGetValue(id, out var element) ? element : null;

    /// <summary>The elements of a subprocess, or of the process itself.</summary>
    public IEnumerable<FlowElement> In(FlowElement? container) =>
        container?.Children ?? _elements.Values.Where(static element => element.Container is null);

    public string ScopeIdOf(FlowElement? container) => container?.Node.Id ?? Process.Id;

    /// <summary>The elements that a token on a sequence flow can reach without leaving the scope.</summary>
    public HashSet<FlowElement> ReachableFrom(BpmnSequenceFlow flow)
    {
        var reached = new HashSet<FlowElement>();
        var pending = new Stack<FlowElement>();
        Visit(Find(flow.TargetRef));
        while (pending.Count > 0)
        {
            var element = pending.Pop();
            foreach (var next in element.Outgoing)
            {
                Visit(Find(next.TargetRef));
            }

            foreach (var boundary in element.BoundaryEvents)
            {
                Visit(boundary);
            }
        }

        return reached;

        void Visit(FlowElement? element)
        {
            if (element is not null && reached.Add(element))
            {
                pending.Push(element);
            }
        }
    }

    private void Add(BpmnScope scope, FlowElement? container)
    {
        foreach (var node in scope.Nodes)
        {
            var element = new FlowElement(node, container);
            _elements[node.Id] = element;
            container?.Children.Add(element);
            if (node.Body is { } body)
            {
                Add(body, element);
            }
        }
    }

    private void Connect(BpmnScope scope)
    {
        foreach (var flow in scope.Flows)
        {
            Find(flow.SourceRef)?.Outgoing.Add(flow);
            Find(flow.TargetRef)?.Incoming.Add(flow);
        }

        foreach (var node in scope.Nodes)
        {
            if (node.AttachedToRef is not null)
            {
                Find(node.AttachedToRef)?.BoundaryEvents.Add(Find(node.Id)!);
            }

            if (node.Body is { } body)
            {
                Connect(body);
            }
        }
    }
}
