using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>Builds the graph of a process, or adds errors that name the elements that the engine in memory does not support.</summary>
internal sealed class ProcessGraphBuilder(
    BpmnModel model,
    BpmnProcess process,
    ElementDetails details,
    Func<string, bool> isImplemented,
    List<ModelFault> errors)
{
    private readonly ProcessActions _actions = new(details, isImplemented, errors);

    /// <returns>The graph, or null if there are errors.</returns>
    public ProcessGraph? Build()
    {
        var body = BuildScope(process.Body);
        if (body is { Start: null, EventStarts: [] })
        {
            errors.Add(new($"'{process.Id}' (line {process.Position.Line}) has no start event", process.Position, process.Id));
        }

        var listeners = _actions.ListenersOf(process.Id, process.Position);
        return errors.Count == 0 ? new(process, body) { Listeners = listeners } : null;
    }

    private ProcessScope BuildScope(BpmnScope scope)
    {
        var factory = new ProcessNodeFactory(model, process, details, _actions, BuildScope);
        var nodes = new Dictionary<string, ProcessNode>(StringComparer.Ordinal);
        foreach (var node in scope.Nodes)
        {
            errors.AddRange(UnsupportedElements.In(node));
            nodes.TryAdd(node.Id, factory.Build(node));
        }

        foreach (var flow in scope.Flows)
        {
            Connect(flow, nodes);
        }

        foreach (var boundary in nodes.Values.Where(static node => node.Kind == BpmnNodeKind.BoundaryEvent))
        {
            Attach(boundary, nodes);
        }

        return new([.. nodes.Values]);
    }

    private void Attach(ProcessNode boundary, Dictionary<string, ProcessNode> nodes)
    {
        if (!nodes.TryGetValue(boundary.Model.AttachedToRef ?? "", out var activity))
        {
            errors.Add(new(
                $"Invalid reference in boundary event '{boundary.Id}' (line {boundary.Model.Position.Line}).", boundary.Model.Position, boundary.Id));
        }
        else if (boundary.Event?.Kind == BpmnEventKind.Compensate)
        {
            activity.CompensationHandler = details.AssociatedWith(boundary.Id).Select(nodes.GetValueOrDefault).FirstOrDefault(static node => node is not null);
        }
        else
        {
            activity.Boundaries.Add(boundary);
        }
    }

    private void Connect(BpmnSequenceFlow flow, Dictionary<string, ProcessNode> nodes)
    {
        if (!nodes.TryGetValue(flow.SourceRef, out var source) || !nodes.TryGetValue(flow.TargetRef, out var target))
        {
            var (end, missing) = nodes.ContainsKey(flow.SourceRef) ? ("destination", flow.TargetRef) : ("source", flow.SourceRef);
            errors.Add(new($"Invalid {end} '{missing}' of sequence flow '{flow.Id}' (line {flow.Position.Line})", flow.Position, flow.Id));
            return;
        }

        if (flow.Condition is { Language: { } language })
        {
            errors.Add(new(
                $"a condition in '{language}' (sequence flow '{flow.Id}', line {flow.Position.Line}) is not supported by the engine in memory",
                flow.Position,
                flow.Id));
        }

        var expression = flow.Condition is { } condition ? ProcessTexts.Parse(condition.Body.Value) : null;
        source.Outgoing.Add(new ProcessFlow(flow.Id, expression)
        {
            Target = target,
            Listeners = flow.HasListeners ? _actions.ListenersOf(flow.Id, flow.Position) : [],
        });
        target.Sources.Add(source);
    }
}
