using System;
using System.Collections.Generic;
using System.Linq;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>The work of one pass through a process: the states to continue from, those that were seen, and the findings.</summary>
internal sealed class FlowRun
{
    private const int MaxStatesPerElement = 256;
    private const int MaxSteps = 20_000;

    private readonly Queue<(FlowElement Element, FlowState State)> _pending = new();
    private readonly Dictionary<FlowElement, HashSet<FlowState>> _seen = [];
    private readonly Dictionary<(FlowFindingKind, FlowElement, string?, string?), FlowFinding> _findings = [];
    private int _steps;

    /// <summary>Whether the process has too many states; then nothing is claimed about it.</summary>
    public bool IsIncomplete { get; private set; }

    public IEnumerable<FlowFinding> Findings => IsIncomplete ? [] : _findings.Values;

    /// <summary>The states in which the process ends.</summary>
    public HashSet<FlowState> Ends { get; } = [];

    /// <summary>The states in which call activities start a process, by its id.</summary>
    public Dictionary<string, HashSet<FlowState>> Calls { get; } = [];

    /// <summary>The states that have arrived at joins, by the sequence flow.</summary>
    public Dictionary<string, HashSet<FlowState>> Arrivals { get; } = [];

    /// <summary>The states in which elements have been entered.</summary>
    public IReadOnlyDictionary<FlowElement, HashSet<FlowState>> Seen => _seen;

    public void Continue(FlowElement? element, FlowState state)
    {
        if (element is null)
        {
            return;
        }

        if (!_seen.TryGetValue(element, out var states))
        {
            _seen.Add(element, states = []);
        }

        if (states.Count >= MaxStatesPerElement)
        {
            state = state.WithUnknownWriter();
        }

        if (states.Add(state))
        {
            _pending.Enqueue((element, state));
        }
    }

    public void Run(Action<FlowElement, FlowState> step)
    {
        while (_pending.Count > 0 && !IsIncomplete)
        {
            var (element, state) = _pending.Dequeue();
            IsIncomplete = ++_steps > MaxSteps;
            step(element, state);
        }
    }

    public void Report(FlowFinding finding)
    {
        var key = (finding.Kind, finding.Element, finding.Variable, finding.Text);
        if (!_findings.ContainsKey(key))
        {
            _findings.Add(key, finding);
        }
    }

    public void Call(string processId, FlowState state)
    {
        if (!Calls.TryGetValue(processId, out var states))
        {
            Calls.Add(processId, states = []);
        }

        states.Add(state);
    }

    /// <summary>Records an arrival at a join.</summary>
    /// <param name="flowId">The sequence flow.</param>
    /// <param name="state">The state.</param>
    /// <param name="join">The join.</param>
    /// <param name="earlier">The arrivals of the previous pass.</param>
    /// <returns>What is certain after the join, or null if a token is missing.</returns>
    public FlowState? Arrive(string flowId, FlowState state, FlowElement join, IReadOnlyDictionary<string, HashSet<FlowState>> earlier)
    {
        if (!Arrivals.TryGetValue(flowId, out var states))
        {
            Arrivals.Add(flowId, states = []);
        }

        states.Add(state);
        var branches = new List<IReadOnlyCollection<FlowState>>();
        foreach (var flow in join.Incoming)
        {
            if (!Arrivals.TryGetValue(flow.Id, out var arrived))
            {
                return null;
            }

            branches.Add(earlier.TryGetValue(flow.Id, out var before) ? [.. arrived.Union(before)] : arrived);
        }

        return FlowState.Join(branches);
    }

    /// <summary>Whether a pass has seen no arrival that the previous one had not.</summary>
    public bool HasOnly(IReadOnlyDictionary<string, HashSet<FlowState>> earlier) =>
        Arrivals.All(pair => earlier.TryGetValue(pair.Key, out var before) && pair.Value.IsSubsetOf(before));
}
