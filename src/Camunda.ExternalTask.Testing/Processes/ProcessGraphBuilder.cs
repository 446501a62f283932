using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Flavors;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>Builds the graph of a process, or adds errors that name the elements that the engine in memory does not support.</summary>
internal sealed class ProcessGraphBuilder(BpmnModel model, BpmnProcess process, List<ModelFault> errors)
{
    /// <returns>The graph, or null if there are errors.</returns>
    public ProcessGraph? Build() =>
        BuildScope(process.Body, process.Id, process.Position) is { } start && errors.Count == 0 ? new(process, start) : null;

    private ProcessNode? BuildScope(BpmnScope scope, string id, BpmnPosition position)
    {
        var nodes = new Dictionary<string, ProcessNode>(StringComparer.Ordinal);
        foreach (var node in scope.Nodes)
        {
            errors.AddRange(UnsupportedElements.In(node));
            nodes.TryAdd(node.Id, BuildNode(node));
        }

        foreach (var flow in scope.Flows)
        {
            Connect(flow, nodes);
        }

        foreach (var boundary in nodes.Values.Where(static node => node.Model.Kind == BpmnNodeKind.BoundaryEvent))
        {
            if (nodes.TryGetValue(boundary.Model.AttachedToRef ?? "", out var activity))
            {
                activity.Boundaries.Add(boundary);
            }
            else
            {
                errors.Add(new(
                    $"Invalid reference in boundary event '{boundary.Id}' (line {boundary.Model.Position.Line}).", boundary.Model.Position, boundary.Id));
            }
        }

        var starts = nodes.Values.Where(static node => node.Model.Kind == BpmnNodeKind.StartEvent).ToList();
        if (starts is [var start])
        {
            return start;
        }

        errors.Add(new($"'{id}' (line {position.Line}) has {starts.Count} start events; the engine in memory requires exactly one", position, id));
        return null;
    }

    private ProcessNode BuildNode(BpmnFlowNode node)
    {
        var caught = node.Kind == BpmnNodeKind.BoundaryEvent ? node.EventDefinitions.FirstOrDefault() : null;
        var error = node.EventDefinitions.FirstOrDefault(static definition => definition.Kind == BpmnEventKind.Error);
        return new ProcessNode(node, ActivityTypes.Of(node))
        {
            Caught = caught,
            ErrorCode = error is null ? null : model.ErrorCodeOf(error.Ref?.Value),
            ThrowsError = node.Kind == BpmnNodeKind.EndEvent && error is not null,
            InnerStart = node is { Kind: BpmnNodeKind.SubProcess, Body: { } body } ? BuildScope(body, node.Id, node.Position) : null,
            Topic = node.External is { } external ? TopicOf(node, external) : null,
            Priority = node.External is { } task && (task.Priority ?? process.TaskPriority) is { } priority ? Parse(priority.Value) : null,
            Expression = node is { External: null, Implementation: { Kind: BpmnImplementationKind.Expression } implementation }
                ? Parse(implementation.Body.Value)
                : null,
            Inputs = [.. node.Inputs.Select(Parameter)],
            Outputs = [.. node.Outputs.Select(Parameter)],
            TaskErrors = [.. TaskErrorsOf(node)],
        };
    }

    private BpmnExpression? TopicOf(BpmnFlowNode node, BpmnExternalTask external)
    {
        if (external.Topic is null && node.Kind is not (BpmnNodeKind.EndEvent or BpmnNodeKind.IntermediateThrowEvent))
        {
            errors.Add(new(
                $"External tasks must specify a 'topic' attribute in the camunda namespace (id '{node.Id}', line {node.Position.Line})",
                node.Position,
                node.Id));
        }

        return Parse(external.Topic?.Value ?? "");
    }

    private IEnumerable<(string? Code, BpmnExpression Condition)> TaskErrorsOf(BpmnFlowNode node)
    {
        foreach (var error in node.TaskErrors)
        {
            if (error.Expression is { } expression && Parse(expression.Value) is { } condition)
            {
                yield return (model.ErrorCodeOf(error.ErrorRef), condition);
            }
        }
    }

    private ProcessParameter Parameter(BpmnParameter parameter) => parameter.Value.Kind switch
    {
        BpmnValueKind.List or BpmnValueKind.Map => new(parameter.Name, null) { Collection = parameter.Value },
        BpmnValueKind.Text or BpmnValueKind.Expression => new(parameter.Name, Parse(parameter.Value.Text)),
        _ => new(parameter.Name, null),
    };

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

        var expression = flow.Condition is { } condition ? Parse(condition.Body.Value) : null;
        source.Outgoing.Add(new ProcessFlow(flow.Id, expression) { Target = target });
        target.IncomingCount++;
    }

    private static BpmnExpression? Parse(string text) => BpmnExpression.TryParse(text, out var problem)
        ?? throw EngineErrors.Failed(
            $"ENGINE-01009 Error while parsing process. Error parsing '{text}': {problem?.Message} (position {problem?.Offset})");
}
