using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Compensates completed activities, the last one first.</summary>
internal sealed partial class ProcessInterpreter
{
    /// <summary>What can be compensated later about an activity that completes; null if nothing can.</summary>
    private static Compensation? CompensationOf(Execution execution)
    {
        var node = execution.Node!;
        if (node.CompensationHandler is null && execution.Compensations.Count == 0)
        {
            return null;
        }

        return new(
            node,
            [.. execution.Variables.Values.Select(static variable => (variable.Name, variable.Value))],
            node.CompensationHandler is null ? [.. execution.Compensations] : []);
    }

    private void Compensate(Execution thrower, ProcessEvent thrown)
    {
        var scope = thrower.Parent!;
        if (scope.Node is { IsEventSubprocess: true } && scope.Compensations.Count == 0)
        {
            scope = scope.Parent!;
        }

        var found = scope.Compensations.Where(compensation => thrown.ActivityRef is null || compensation.Node.Id == thrown.ActivityRef).ToList();
        found.ForEach(compensation => _tree.RemoveCompensation(scope, compensation));
        if (found.Count == 0)
        {
            EndThrower(thrower);
            return;
        }

        StartHandlers(thrower, found);
    }

    private void StartHandlers(Execution scope, IReadOnlyList<Compensation> compensations)
    {
        _tree.SetTokens(scope, compensations.Count);
        foreach (var compensation in compensations)
        {
            if (compensation.Node.CompensationHandler is { } handler)
            {
                Push(scope, handler);
                continue;
            }

            var inner = _tree.AddHidden(scope, compensation.Node, isCompensating: true);
            _variables.SetAllLocal(inner, compensation.Variables);
            StartHandlers(inner, compensation.Inner);
        }
    }

    /// <summary>Continues after all handlers have completed. A cancel end event cancels its transaction.</summary>
    private void EndThrower(Execution thrower)
    {
        if (thrower.Node!.Event!.Kind != BpmnEventKind.Cancel)
        {
            Complete(thrower);
            return;
        }

        var transaction = thrower.Parent!;
        _tree.EndActivity(thrower, canceled: true);
        if (transaction.Node!.Boundaries.Find(static boundary => boundary.Event?.Kind == BpmnEventKind.Cancel) is { } boundary)
        {
            Trigger(transaction, boundary);
        }
        else
        {
            EndToken(transaction);
        }
    }
}
