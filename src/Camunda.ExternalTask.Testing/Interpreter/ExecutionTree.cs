using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Adds scopes to an instance and removes them.</summary>
internal sealed class ExecutionTree(EngineState state, ProcessHistory history, Transaction transaction)
{
    private readonly HashSet<Execution> _ended = [];

    /// <summary>Tells whether a scope has ended within this transaction.</summary>
    public bool HasEnded(Execution execution) => _ended.Contains(execution);

    /// <summary>Adds a scope for an activity that waits or contains other activities.</summary>
    public Execution AddChild(Execution scope, ProcessNode node, LoopState? loop = null)
    {
        var child = new Execution(state.Ids.Next(), scope.Instance, scope, node) { Loop = loop };
        child.Activity = history.Begin(node, scope, child.Id, isLoopBody: loop is not null);
        Add(scope, child);
        return child;
    }

    /// <summary>Adds a scope that the history does not list: a path that waits for a job, or the compensation of a subprocess.</summary>
    public Execution AddHidden(Execution scope, ProcessNode node, bool isCompensating = false)
    {
        var child = new Execution(state.Ids.Next(), scope.Instance, scope, node) { IsCompensating = isCompensating };
        Add(scope, child);
        return child;
    }

    /// <summary>Removes a scope and everything that it waits for.</summary>
    public void EndActivity(Execution execution, bool canceled = false)
    {
        StopWaiting(execution);
        history.End(execution.Activity, canceled);
        _ended.Add(execution);
        var siblings = execution.Parent!.Children;
        siblings.Remove(execution);
        state.Executions.Remove(execution.Id);
        transaction.OnRollback(() =>
        {
            siblings.Add(execution);
            state.Executions.Add(execution.Id, execution);
        });
    }

    /// <summary>Removes the task, the jobs and the subscriptions of a scope.</summary>
    public void StopWaiting(Execution execution)
    {
        if (execution.Task is { } task)
        {
            state.RemoveTask(task, transaction);
        }

        if (execution.UserTask is { } userTask)
        {
            state.RemoveUserTask(userTask, transaction);
        }

        foreach (var job in execution.Jobs.ToArray())
        {
            state.RemoveJob(job, transaction);
        }

        foreach (var subscription in execution.Subscriptions.ToArray())
        {
            state.Unsubscribe(subscription, transaction);
        }
    }

    /// <summary>Adds a new instance to the running ones.</summary>
    public void Begin(ProcessInstance instance)
    {
        state.Instances.Add(instance.Id, instance);
        state.Executions.Add(instance.Id, instance.Root);
        transaction.OnRollback(() =>
        {
            state.Instances.Remove(instance.Id);
            state.Executions.Remove(instance.Id);
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
        _ended.Add(instance.Root);
        history.Archive(instance);
        transaction.OnRollback(() =>
        {
            (instance.State, instance.Ended, instance.DeleteReason) = ("ACTIVE", null, null);
            state.Instances.Add(instance.Id, instance);
            state.Executions.Add(instance.Id, instance.Root);
        });
    }

    public void AddTokens(Execution scope, int count) => SetTokens(scope, scope.Tokens + count);

    public void SetTokens(Execution scope, int count)
    {
        var before = scope.Tokens;
        scope.Tokens = count;
        transaction.OnRollback(() => scope.Tokens = before);
    }

    public void SetArrivals(Execution scope, ProcessNode gateway, int count)
    {
        var arrivals = scope.Arrivals ??= [];
        var before = arrivals.GetValueOrDefault(gateway.Id);
        arrivals[gateway.Id] = count;
        transaction.OnRollback(() => arrivals[gateway.Id] = before);
    }

    /// <summary>Forgets the tokens of a scope that wait at gateways.</summary>
    public void ClearArrivals(Execution scope)
    {
        var before = scope.Arrivals;
        scope.Arrivals = null;
        transaction.OnRollback(() => scope.Arrivals = before);
    }

    public void AddCompensation(Execution scope, Compensation compensation)
    {
        scope.Compensations.Add(compensation);
        transaction.OnRollback(() => scope.Compensations.Remove(compensation));
    }

    public void RemoveCompensation(Execution scope, Compensation compensation)
    {
        var index = scope.Compensations.IndexOf(compensation);
        scope.Compensations.RemoveAt(index);
        transaction.OnRollback(() => scope.Compensations.Insert(index, compensation));
    }

    public void SetCalled(Execution execution, ProcessInstance? called)
    {
        var before = execution.Called;
        execution.Called = called;
        transaction.OnRollback(() => execution.Called = before);
    }

    private void Add(Execution scope, Execution child)
    {
        scope.Children.Add(child);
        state.Executions.Add(child.Id, child);
        transaction.OnRollback(() =>
        {
            scope.Children.Remove(child);
            state.Executions.Remove(child.Id);
        });
    }
}
