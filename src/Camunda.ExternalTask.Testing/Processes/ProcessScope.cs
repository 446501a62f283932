using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>The nodes of a process or subprocess.</summary>
internal sealed class ProcessScope(IReadOnlyList<ProcessNode> nodes)
{
    public IReadOnlyList<ProcessNode> Nodes => nodes;

    /// <summary>The start event at which an instance starts without an event: one without a definition or with a timer, or the only one.</summary>
    public ProcessNode? Start { get; } =
        nodes.FirstOrDefault(static node => node is { Kind: BpmnNodeKind.StartEvent, Event: null or { Kind: BpmnEventKind.Timer } })
        ?? (nodes.Count(static node => node.Kind == BpmnNodeKind.StartEvent) == 1 ? nodes.First(static node => node.Kind == BpmnNodeKind.StartEvent) : null);

    /// <summary>The start events with a message, signal, timer or condition.</summary>
    public IReadOnlyList<ProcessNode> EventStarts { get; } =
        [.. nodes.Where(static node => node is { Kind: BpmnNodeKind.StartEvent, Event: not null })];

    public IReadOnlyList<ProcessNode> EventSubprocesses { get; } = [.. nodes.Where(static node => node.IsEventSubprocess)];

    /// <summary>All nodes, including those of subprocesses.</summary>
    public IEnumerable<ProcessNode> All() => nodes.SelectMany(static node => node.Body is { } body ? body.All().Prepend(node) : [node]);

    public ProcessNode? Find(string id) => All().FirstOrDefault(node => node.Id == id);
}
