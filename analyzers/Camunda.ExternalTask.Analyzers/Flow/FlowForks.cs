using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>Finds out what tokens that run in parallel may write.</summary>
internal sealed class FlowForks(FlowGraph graph, IFlowContracts contracts)
{
    /// <summary>What the tokens on the other flows of a fork may write while a token is on a flow.</summary>
    public FlowWrites SiblingWrites(FlowElement fork, BpmnSequenceFlow flow)
    {
        if (fork.Outgoing.Count == 1)
        {
            return FlowWrites.None;
        }

        var siblings = new HashSet<FlowElement>(fork.Outgoing.Where(other => other != flow).SelectMany(graph.ReachableFrom));
        if (!siblings.Contains(fork))
        {
            // Behind the join the siblings have ended. In a loop, they can be anywhere.
            siblings.ExceptWith(graph.ReachableFrom(flow).Where(IsBehindJoin));
        }

        return FlowWrites.Of(siblings, graph, contracts);

        bool IsBehindJoin(FlowElement element) => fork.Node.Kind == BpmnNodeKind.ParallelGateway && element.Container == fork.Container
            && JoinsOf(fork).Any(join => join.Outgoing.Any(next => graph.ReachableFrom(next).Contains(element)));
    }

    // The parallel joins that every flow of a fork leads to.
    private IEnumerable<FlowElement> JoinsOf(FlowElement fork) => graph.In(fork.Container).Where(
        join => join.Node.Kind == BpmnNodeKind.ParallelGateway && join.Incoming.Count == fork.Outgoing.Count
            && fork.Outgoing.All(flow => graph.ReachableFrom(flow).Contains(join)));
}
