using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>Explores all processes of a project, together with the calls between them.</summary>
internal sealed class ProjectFlow
{
    private const int MaxRounds = 6;

    private readonly IFlowContracts _contracts;
    private readonly Dictionary<FlowGraph, FlowRun> _runs = [];
    private readonly Dictionary<string, HashSet<FlowState>> _calls = [];

    private ProjectFlow(IReadOnlyList<FlowGraph> graphs, IFlowContracts contracts)
    {
        Graphs = graphs;
        _contracts = contracts;
    }

    public IReadOnlyList<FlowGraph> Graphs { get; }

    /// <summary>Everything that was found, with the process it is in.</summary>
    public IEnumerable<(FlowGraph Graph, FlowFinding Finding)> Findings =>
        _runs.SelectMany(static pair => pair.Value.Findings.Select(finding => (pair.Key, finding)));

    /// <summary>The states in which an element is entered; none if it is unreachable or not everything was explored.</summary>
    public IEnumerable<FlowState> StatesAt(BpmnProcess process, string nodeId) =>
        _runs.Where(pair => ReferenceEquals(pair.Key.Process, process) && !pair.Value.IsIncomplete)
            .SelectMany(pair => pair.Key.Find(nodeId) is { } element && pair.Value.Seen.TryGetValue(element, out var states) ? states : []);

    public static ProjectFlow Explore(IEnumerable<BpmnModel> models, IFlowContracts contracts)
    {
        var graphs = models.SelectMany(static model => model.Processes.Where(static process => process.IsExecutable).Select(process => new FlowGraph(model, process))).ToList();
        var flow = new ProjectFlow(graphs, contracts);
        flow.Run();
        return flow;
    }

    private void Run()
    {
        var pending = new HashSet<FlowGraph>(Graphs);
        for (var round = 0; pending.Count > 0 && round < MaxRounds; round++)
        {
            foreach (var graph in Graphs.Where(pending.Contains).ToList())
            {
                _runs[graph] = FlowExplorer.Explore(graph, _contracts, [.. StartsOf(graph)]);
            }

            pending = [.. Graphs.Where(TakeNewCalls)];
        }

        // A process whose callers were not all followed.
        foreach (var graph in pending)
        {
            _runs.Remove(graph);
        }
    }

    private bool TakeNewCalls(FlowGraph graph)
    {
        var processId = graph.Process.Id;
        var states = _runs.Values.Where(run => run.Calls.ContainsKey(processId)).SelectMany(run => run.Calls[processId]);
        if (!_calls.TryGetValue(processId, out var known))
        {
            _calls.Add(processId, known = []);
        }

        var before = known.Count;
        known.UnionWith(states);
        return known.Count > before;
    }

    private IEnumerable<(FlowElement Start, FlowState State)> StartsOf(FlowGraph graph)
    {
        var calls = _calls.TryGetValue(graph.Process.Id, out var states) ? states : [];
        foreach (var start in graph.In(null).Where(static element => element.Node.Kind == BpmnNodeKind.StartEvent))
        {
            if (start.Node.EventDefinitions.IsEmpty)
            {
                foreach (var state in calls.Append(StartOf(graph, start)))
                {
                    yield return (start, state);
                }
            }
            else
            {
                yield return (start, TriggeredStartOf(graph, start));
            }
        }
    }

    private FlowState StartOf(FlowGraph graph, FlowElement start)
    {
        var contract = _contracts.OfStart(graph.Process.Id);
        var state = FlowState.Start(graph.Process.Id, TransactionStart.Instance, isOpen: contract is null || graph.Process.HasListeners);
        return contract?.Aggregate(state, static (state, variable) => state.Write(variable)) ?? state;
    }

    // A timer starts an instance without variables.
    private FlowState TriggeredStartOf(FlowGraph graph, FlowElement start)
    {
        var isTimer = start.Node.EventDefinitions.All(static definition => definition.Kind == BpmnEventKind.Timer);
        var contract = FlowWrites.MessagesOf(start.Node).Select(message => FlowWrites.MessageName(message, graph.Model))
            .Select(name => name is null ? null : _contracts.OfMessage(name)).FirstOrDefault();
        var transaction = new TransactionStart(isTimer ? TransactionKind.Job : TransactionKind.Event, start.Node.Id);
        var state = FlowState.Start(graph.Process.Id, transaction, isOpen: (!isTimer && contract is null) || graph.Process.HasListeners);
        return contract?.Aggregate(state, static (state, variable) => state.Write(variable)) ?? state;
    }
}
