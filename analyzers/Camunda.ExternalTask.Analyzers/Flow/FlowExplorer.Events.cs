using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <content>Events, and the event subprocesses that they trigger.</content>
internal sealed partial class FlowExplorer
{
    /// <summary>Starts the event subprocesses of a scope that any token in it can trigger, and returns the state with what they may write.</summary>
    public FlowState EnterScope(FlowElement? container, FlowState state)
    {
        var inside = _graph.In(container).ToList();
        foreach (var triggered in inside.Where(static element => element.Node.TriggeredByEvent))
        {
            var others = FlowWrites.Of(inside.Where(element => element != triggered), _graph, _contracts);
            foreach (var start in triggered.Children.Where(static child => child.Node.Kind == BpmnNodeKind.StartEvent))
            {
                if (start.Node.EventDefinitions.Any(static definition => definition.Kind == BpmnEventKind.Error))
                {
                    continue;
                }

                _run.Continue(start, Trigger(start, state.WithPossibleWrites(others)).Push(triggered.Node.Id));
                if (!start.Node.Interrupting)
                {
                    state = state.WithPossibleWrites(FlowWrites.Of([triggered], _graph, _contracts));
                }
            }
        }

        return state;
    }

    /// <summary>The state after an event with the variables that it carries.</summary>
    public FlowState Trigger(FlowElement element, FlowState state)
    {
        state = state.In(new(IsTimer(element.Node) ? TransactionKind.Job : TransactionKind.Event, element.Node.Id));
        if (element.Node.EventDefinitions.Any(static definition => definition.Kind is BpmnEventKind.Signal or BpmnEventKind.Conditional))
        {
            return state.WithUnknownWriter();
        }

        foreach (var message in FlowWrites.MessagesOf(element.Node))
        {
            var name = FlowWrites.MessageName(message, _graph.Model);
            state = name is not null && _contracts.OfMessage(name) is { } variables
                ? variables.Aggregate(state, static (state, variable) => state.Write(variable))
                : state.WithUnknownWriter();
        }

        return state;
    }

    private void Catch(FlowElement element, FlowState state)
    {
        if (element.Node.EventDefinitions.Any(static definition => definition.Kind == BpmnEventKind.Link))
        {
            Leave(element, state);
        }
        else if (_conditions.CanEvaluateEvents(element, state))
        {
            Leave(element, Trigger(element, state));
        }
    }

    private void Throw(FlowElement element, FlowState state)
    {
        var node = element.Node;
        if (FlowWrites.IsUnknownWriter(node))
        {
            state = state.WithUnknownWriter();
        }

        foreach (var definition in node.EventDefinitions)
        {
            switch (definition.Kind)
            {
                case BpmnEventKind.Error:
                    _errors.Throw(element, state, _graph.Model.ErrorCodeOf(definition.Ref?.Value));
                    return;
                case BpmnEventKind.Link when node.Kind == BpmnNodeKind.IntermediateThrowEvent:
                    Link(element, state);
                    return;
                case BpmnEventKind.Escalation or BpmnEventKind.Compensate or BpmnEventKind.Cancel:
                    // What the handlers of these events write is not followed.
                    state = state.WithUnknownWriter();
                    break;
            }
        }

        Leave(element, state);
    }

    private void Link(FlowElement element, FlowState state)
    {
        foreach (var target in _graph.In(element.Container).Where(static other => other.Node.Kind == BpmnNodeKind.IntermediateCatchEvent))
        {
            if (target.Node.EventDefinitions.Any(static definition => definition.Kind == BpmnEventKind.Link))
            {
                _run.Continue(target, state.WithUnknownWriter());
            }
        }
    }

    private static bool IsTimer(BpmnFlowNode node) => node.EventDefinitions.Any(static definition => definition.Kind == BpmnEventKind.Timer);
}
