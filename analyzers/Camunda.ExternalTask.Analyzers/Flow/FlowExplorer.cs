using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>Follows every path of a process from its starts and records what it finds.</summary>
internal sealed partial class FlowExplorer
{
    private const int MaxPasses = 8;

    private readonly FlowGraph _graph;
    private readonly IFlowContracts _contracts;
    private readonly IReadOnlyDictionary<string, HashSet<FlowState>> _earlier;
    private readonly FlowRun _run;
    private readonly FlowConditions _conditions;
    private readonly FlowErrors _errors;
    private readonly FlowForks _forks;
    private readonly FlowActivities _activities;

    private FlowExplorer(FlowGraph graph, IFlowContracts contracts, IReadOnlyDictionary<string, HashSet<FlowState>> earlier)
    {
        _graph = graph;
        _contracts = contracts;
        _earlier = earlier;
        _run = new();
        _conditions = new(_run);
        _errors = new(graph, _run);
        _forks = new(graph, contracts);
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

    // Without conditions, the engine takes every flow; with conditions, each flow whose condition is true.
    private void Fork(FlowElement element, FlowState state)
    {
        var isConditional = element.Node.Kind != BpmnNodeKind.ParallelGateway;
        foreach (var flow in element.Outgoing)
        {
            var taken = isConditional ? _conditions.Take(element, flow, state) : state;
            if (taken is not null)
            {
                Take(flow, taken.WithPossibleWrites(_forks.SiblingWrites(element, flow)));
            }
        }
    }

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
}
