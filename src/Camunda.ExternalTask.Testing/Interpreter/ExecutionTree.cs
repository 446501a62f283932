using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Adds scopes to an instance and removes them.</summary>
internal sealed class ExecutionTree(EngineState state, ProcessHistory history, Transaction transaction)
{
    /// <summary>Adds a scope for an activity that waits or contains other activities.</summary>
    public Execution AddChild(Execution scope, ProcessNode node)
    {
        var child = new Execution(state.Ids.Next(), scope.Instance, scope, node);
        child.Activity = history.Begin(node, scope, child.Id);
        scope.Children.Add(child);
        state.Executions.Add(child.Id, child);
        transaction.OnRollback(() =>
        {
            scope.Children.Remove(child);
            state.Executions.Remove(child.Id);
        });
        return child;
    }

    /// <summary>Removes a scope and its task, if it has one.</summary>
    public void EndActivity(Execution execution, bool canceled = false)
    {
        if (execution.Task is { } task)
        {
            state.RemoveTask(task, transaction);
        }

        history.End(execution.Activity, canceled);
        var siblings = execution.Parent!.Children;
        siblings.Remove(execution);
        state.Executions.Remove(execution.Id);
        transaction.OnRollback(() =>
        {
            siblings.Add(execution);
            state.Executions.Add(execution.Id, execution);
        });
    }

    /// <summary>Moves an instance from the running ones to the history.</summary>
    public void End(ProcessInstance instance, string result, string? reason)
    {
        instance.State = result;
        instance.Ended = state.Now;
        instance.DeleteReason = reason;
        state.Instances.Remove(instance.Id);
        state.Executions.Remove(instance.Id);
        history.Archive(instance);
        transaction.OnRollback(() =>
        {
            (instance.State, instance.Ended, instance.DeleteReason) = ("ACTIVE", null, null);
            state.Instances.Add(instance.Id, instance);
            state.Executions.Add(instance.Id, instance.Root);
        });
    }

    public void AddTokens(Execution scope, int count)
    {
        scope.Tokens += count;
        transaction.OnRollback(() => scope.Tokens -= count);
    }
}
