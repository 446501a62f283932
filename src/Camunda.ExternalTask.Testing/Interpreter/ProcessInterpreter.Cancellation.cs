using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Cancels activities and whole instances.</summary>
internal sealed partial class ProcessInterpreter
{
    /// <summary>Cancels an activity and everything in it, inner activities first.</summary>
    private void CancelActivity(Execution execution, bool mapsOutputs)
    {
        CancelChildren(execution, mapsOutputs);
        if (execution.Called is { } called)
        {
            CancelInstance(called, "INTERNALLY_TERMINATED", null, mapsOutputs);
        }

        if (execution is { Activity: not null, Loop: null })
        {
            if (execution.UserTask is not null)
            {
                Notify(execution, execution.Node!.Listeners, "delete", isTaskListener: true);
            }

            Notify(execution, execution.Node!.Listeners, "end");
            if (mapsOutputs)
            {
                _parameters.MapOutputs(execution);
            }
        }

        if (execution.Task is { } task)
        {
            _history.Log(task, TaskLogKind.Deletion);
        }

        _tree.EndActivity(execution, canceled: true);
    }

    private void CancelInstance(ProcessInstance instance, string result, string? reason, bool mapsOutputs)
    {
        CancelChildren(instance.Root, mapsOutputs);
        DropArrivals(instance.Root);
        _tree.StopWaiting(instance.Root);
        _tree.End(instance, result, reason);
    }

    private void CancelChildren(Execution execution, bool mapsOutputs)
    {
        foreach (var child in execution.Children.ToArray())
        {
            CancelActivity(child, mapsOutputs);
        }
    }

    /// <summary>Cancels everything in a scope, so that it has no tokens.</summary>
    private void Interrupt(Execution scope)
    {
        CancelChildren(scope, mapsOutputs: true);
        DropArrivals(scope);
        _tree.ClearArrivals(scope);
        _tree.StopWaiting(scope);
        _tree.SetTokens(scope, 0);
    }
}
