using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Ends activities and scopes, and moves tokens along sequence flows.</summary>
internal sealed partial class ProcessInterpreter
{
    /// <summary>Ends an activity that has done its work, and leaves it.</summary>
    private void Complete(Execution execution)
    {
        var (scope, node) = (execution.Parent!, execution.Node!);
        if (!Notify(execution, node.Listeners, "end"))
        {
            return;
        }

        _parameters.MapOutputs(execution);
        var compensation = CompensationOf(execution);
        _tree.EndActivity(execution);
        if (scope.Loop is not null && scope.Node == node)
        {
            EndInner(scope);
            return;
        }

        if (compensation is not null)
        {
            _tree.AddCompensation(scope, compensation);
        }

        Leave(scope, node);
    }

    /// <summary>Moves a token from a node to all flows that are taken, or ends it if there are none.</summary>
    private void Leave(Execution scope, ProcessNode node)
    {
        if (node.Event is { Kind: BpmnEventKind.Link } link && node.Kind == BpmnNodeKind.IntermediateThrowEvent)
        {
            var target = ScopeOf(scope).Nodes.FirstOrDefault(other => other.Kind == BpmnNodeKind.IntermediateCatchEvent && other.Event?.Link == link.Link);
            Leave(scope, target ?? throw EngineErrors.Failed($"The link '{link.Link}' of '{node.Id}' has no target"));
            return;
        }

        var taken = node.IsEventSubprocess ? [] : FlowChooser.Choose(node, _expressions.In(scope));
        if (taken.Count == 0)
        {
            if (node.HasAsyncAfter)
            {
                AddAsyncJob(scope, node, JobKind.AsyncAfter);
            }
            else
            {
                EndToken(scope);
            }

            return;
        }

        _tree.AddTokens(scope, taken.Count - 1);
        if (node.HasAsyncAfter)
        {
            foreach (var flow in taken)
            {
                AddAsyncJob(scope, node, JobKind.AsyncAfter, flow);
            }

            return;
        }

        for (var i = taken.Count - 1; i >= 0; i--)
        {
            Take(scope, taken[i]);
        }
    }

    private void Take(Execution scope, ProcessFlow flow)
    {
        if (flow.Listeners.Count == 0 || Notify(scope, flow.Listeners, "take"))
        {
            Push(scope, flow.Target);
        }
    }

    /// <summary>Ends a token, and its scope if no other token is left.</summary>
    private void EndToken(Execution scope)
    {
        _tree.AddTokens(scope, -1);
        if (scope.Tokens <= 0)
        {
            CompleteScope(scope);
        }
    }

    private void CompleteScope(Execution scope)
    {
        if (scope.Parent is not { } parent)
        {
            EndInstance(scope.Instance);
        }
        else if (scope.IsCompensating)
        {
            _tree.EndActivity(scope);
            EndToken(parent);
        }
        else if (scope.Node is { Body: null, Event: not null })
        {
            EndThrower(scope);
        }
        else
        {
            Complete(scope);
        }
    }

    private void EndInstance(ProcessInstance instance)
    {
        Notify(instance.Root, instance.Definition.Graph.Listeners, "end");
        _tree.StopWaiting(instance.Root);
        _tree.End(instance, "COMPLETED", null);
        if (instance.Caller is { } caller)
        {
            Return(caller, instance);
        }
    }

    private void EnterJoin(Execution scope, ProcessNode node)
    {
        var before = scope.Arrivals?.GetValueOrDefault(node.Id) ?? 0;
        _history.Pass(node, scope);
        _tree.SetArrivals(scope, node, before + 1);
        var isComplete = node.Kind == BpmnNodeKind.ParallelGateway
            ? before + 1 >= node.IncomingCount
            : before + 1 >= node.IncomingCount || !IsAnyOnTheWay(scope, node);
        if (!isComplete)
        {
            return;
        }

        _tree.SetArrivals(scope, node, 0);
        _tree.AddTokens(scope, -before);
        Leave(scope, node);
    }

    /// <summary>Tells whether another token of the scope can still reach an inclusive gateway.</summary>
    private bool IsAnyOnTheWay(Execution scope, ProcessNode gateway)
    {
        var reaching = new HashSet<ProcessNode>();
        var open = new Stack<ProcessNode>([gateway]);
        while (open.TryPop(out var node))
        {
            foreach (var source in node.Sources.Where(reaching.Add))
            {
                open.Push(source);
                if (source.Kind == BpmnNodeKind.BoundaryEvent && ScopeOf(scope).Nodes.FirstOrDefault(host => host.Boundaries.Contains(source)) is { } host
                    && reaching.Add(host))
                {
                    open.Push(host);
                }
            }
        }

        reaching.Remove(gateway);
        return scope.Children.Any(child => reaching.Contains(child.Node!))
            || _arrivals.Any(arrival => arrival.Scope == scope && reaching.Contains(arrival.Node))
            || (scope.Arrivals?.Any(waiting => waiting.Value > 0 && reaching.Any(node => node.Id == waiting.Key)) ?? false)
            || _arrivals.Any(arrival => arrival.Scope == scope && arrival.Node == gateway);
    }

    private static ProcessScope ScopeOf(Execution scope) => scope.Node?.Body ?? scope.Instance.Definition.Graph.Body;
}
