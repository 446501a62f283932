using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Cancels activities and whole instances.</summary>
internal sealed class Cancellation(ExecutionTree tree, ProcessHistory history, ParameterMapping parameters)
{
    /// <summary>Cancels an activity and everything in it, inner activities first.</summary>
    public void CancelActivity(Execution execution, bool mapsOutputs)
    {
        CancelChildren(execution, mapsOutputs);
        if (mapsOutputs)
        {
            parameters.MapOutputs(execution);
        }

        if (execution.Task is { } task)
        {
            history.Log(task, TaskLogKind.Deletion);
        }

        tree.EndActivity(execution, canceled: true);
    }

    public void CancelInstance(ProcessInstance instance, string? reason, bool mapsOutputs)
    {
        CancelChildren(instance.Root, mapsOutputs);
        tree.End(instance, "EXTERNALLY_TERMINATED", reason);
    }

    private void CancelChildren(Execution execution, bool mapsOutputs)
    {
        foreach (var child in execution.Children.ToArray())
        {
            CancelActivity(child, mapsOutputs);
        }
    }
}
