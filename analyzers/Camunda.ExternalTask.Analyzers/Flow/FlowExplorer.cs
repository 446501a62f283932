using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>Follows every path of a process from its starts and records what it finds.</summary>
internal sealed class FlowExplorer
{
    private const int MaxPasses = 8;

    private readonly FlowGraph _graph;
    private readonly IFlowContracts _contracts;
    private readonly IReadOnlyDictionary<string, HashSet<FlowState>> _earlier;
    private readonly FlowRun _run;
    private readonly FlowConditions _conditions;
    private readonly FlowErrors _errors;
    private readonly FlowActivities _activities;

    private FlowExplorer(FlowGraph graph, IFlowContracts contracts, IReadOnlyDictionary<string, HashSet<FlowState>> earlier)
    {
        _graph = graph;
        _contracts = contracts;
        _earlier = earlier;
        _run = new();
        _conditions = new(_run);
        _errors = new(graph, _run);
        _activities = new(graph, contracts, _run, _conditions, _errors, this);
    }

    /// <summary>Explores a process.</summary>
    /// <param name="graph">The process.</param>
    /// <param name="contracts">What the code declares.</param>
    /// <param name="starts">The states in which it starts at a start event.</param>
    public static FlowRun Explore(FlowGraph graph, IFlowContracts contracts, IReadOnlyCollection<(FlowElement Start, FlowState State)> starts)
    {
        IReadOnlyDictionary<string, HashSet<FlowState>> earlier = new Dictionary<string, HashSet<FlowState>>();
        for (var pass = 0; ; pass++)
        {
            // What is certain after a join needs all arrivals, so passes are repeated until none is new.
            var explorer = new FlowExplorer(graph, contracts, earlier);
            explorer.Run(starts);
            if (explorer._run.IsIncomplete || explorer._run.HasOnly(earlier))
            {
                return explorer._run;
            }

            if (pass == MaxPasses)
            {
                return new();
            }

            earlier = Union(earlier, explorer._run.Arrivals);
        }
    }

    private static Dictionary<string, HashSet<FlowState>> Union(
        IReadOnlyDictionary<string, HashSet<FlowState>> one, IReadOnlyDictionary<string, HashSet<FlowState>> other) =>
        one.Concat(other).GroupBy(static pair => pair.Key)
            .ToDictionary(static group => group.Key, static group => new HashSet<FlowState>(group.SelectMany(static pair => pair.Value)));

    private void Run(IReadOnlyCollection<(FlowElement Start, FlowState State)> starts)
    {
        foreach (var (start, state) in starts)
        {
            _run.Continue(start, EnterScope(null, state));
        }

        _run.Run(Step);
    }

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

    /// <summary>Continues on the sequence flows that leave an element.</summary>
    public void Leave(FlowElement element, FlowState state)
    {
        if (!element.Node.Listeners.IsEmpty)
        {
            state = state.WithUnknownWriter();
        }

        if (element.Outgoing.Count == 0)
        {
            EndToken(element, state);
            return;
        }

        switch (element.Node.Kind)
        {
            case BpmnNodeKind.ExclusiveGateway:
                foreach (var (flow, taken) in _conditions.Choose(element, state))
                {
                    Take(flow, taken);
                }

                break;
            case BpmnNodeKind.EventBasedGateway:
                element.Outgoing.ForEach(flow => Take(flow, state));
                break;
            default:
                Fork(element, state);
                break;
        }
    }

    /// <summary>The end of a token in its scope.</summary>
    private void EndToken(FlowElement element, FlowState state)
    {
        switch (element.Container)
        {
            case null:
                _run.Ends.Add(state);
                break;
            case { Node: { TriggeredByEvent: true } } triggered:
                if (triggered.Children.Any(static child => child.Node is { Kind: BpmnNodeKind.StartEvent, Interrupting: true }))
                {
                    EndToken(triggered, state.PopTo(_graph.ScopeIdOf(triggered.Container)));
                }

                break;
            case { } subprocess:
                _activities.Complete(subprocess, state.PopTo(subprocess.Node.Id));
                break;
        }
    }

    private void Step(FlowElement element, FlowState state)
    {
        var node = element.Node;
        if (node.AsyncBefore)
        {
            state = state.In(new(TransactionKind.Job, node.Id));
        }

        if (!node.Listeners.IsEmpty)
        {
            state = state.WithUnknownWriter();
        }

        switch (node.Kind)
        {
            case BpmnNodeKind.StartEvent or BpmnNodeKind.BoundaryEvent:
                Leave(element, state);
                break;
            case BpmnNodeKind.IntermediateCatchEvent:
                Catch(element, state);
                break;
            case BpmnNodeKind.EndEvent or BpmnNodeKind.IntermediateThrowEvent when node.External is null:
                Throw(element, state);
                break;
            case BpmnNodeKind.ExclusiveGateway or BpmnNodeKind.EventBasedGateway:
                Leave(element, state);
                break;
            case BpmnNodeKind.ParallelGateway or BpmnNodeKind.InclusiveGateway or BpmnNodeKind.ComplexGateway:
                // Joins receive their tokens in Take.
                Leave(element, state);
                break;
            default:
                _activities.Enter(element, state);
                break;
        }
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

    // Without conditions, the engine takes every flow; with conditions, each flow whose condition is true.
    private void Fork(FlowElement element, FlowState state)
    {
        var isConditional = element.Node.Kind != BpmnNodeKind.ParallelGateway;
        foreach (var flow in element.Outgoing)
        {
            var taken = isConditional ? _conditions.Take(element, flow, state) : state;
            if (taken is not null)
            {
                Take(flow, taken.WithPossibleWrites(SiblingWrites(element, flow)));
            }
        }
    }

    private FlowWrites SiblingWrites(FlowElement fork, BpmnSequenceFlow flow)
    {
        if (fork.Outgoing.Count == 1)
        {
            return FlowWrites.None;
        }

        var siblings = new HashSet<FlowElement>(fork.Outgoing.Where(other => other != flow).SelectMany(_graph.ReachableFrom));
        if (!siblings.Contains(fork))
        {
            // Behind the join the siblings have ended. In a loop, they can be anywhere.
            siblings.ExceptWith(_graph.ReachableFrom(flow).Where(IsBehindJoin));
        }

        return FlowWrites.Of(siblings, _graph, _contracts);

        bool IsBehindJoin(FlowElement element) => fork.Node.Kind == BpmnNodeKind.ParallelGateway && element.Container == fork.Container
            && JoinsOf(fork).Any(join => join.Outgoing.Any(next => _graph.ReachableFrom(next).Contains(element)));
    }

    // The parallel joins that every flow of a fork leads to.
    private IEnumerable<FlowElement> JoinsOf(FlowElement fork) => _graph.In(fork.Container).Where(
        join => join.Node.Kind == BpmnNodeKind.ParallelGateway && join.Incoming.Count == fork.Outgoing.Count
            && fork.Outgoing.All(flow => _graph.ReachableFrom(flow).Contains(join)));

    private void Take(BpmnSequenceFlow flow, FlowState state)
    {
        if (flow.HasListeners)
        {
            state = state.WithUnknownWriter();
        }

        var target = _graph.Find(flow.TargetRef);
        if (target?.Node.Kind is BpmnNodeKind.ParallelGateway && target.Incoming.Count > 1)
        {
            if (_run.Arrive(flow.Id, state, target, _earlier) is { } joined)
            {
                _run.Continue(target, joined);
            }
        }
        else if (target?.Node.Kind is BpmnNodeKind.InclusiveGateway or BpmnNodeKind.ComplexGateway && target.Incoming.Count > 1)
        {
            // Which tokens it waits for depends on the other conditions.
            _run.Continue(target, state.WithUnknownWriter());
        }
        else
        {
            _run.Continue(target, state);
        }
    }

    private static bool IsTimer(BpmnFlowNode node) => node.EventDefinitions.Any(static definition => definition.Kind == BpmnEventKind.Timer);
}
