using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>Starts, suspends and ends process instances.</summary>
internal static class InstanceOperations
{
    public static ProcessInstance Start(
        UnitOfWork work,
        ProcessDefinition definition,
        string? businessKey,
        List<(string Name, EngineValue Value)>? variables)
    {
        var instance = work.Interpreter.Create(definition, businessKey);
        work.Variables.SetAllLocal(instance.Root, variables);
        work.Interpreter.Start(instance);
        return instance;
    }

    public static void Delete(UnitOfWork work, string id, bool mapsOutputs)
    {
        if (!work.State.Instances.TryGetValue(id, out var instance))
        {
            throw new EngineRequestException(
                System.Net.HttpStatusCode.NotFound,
                "InvalidRequestException",
                $"No process instance found for id '{id}': processInstance is null",
                0);
        }

        work.Interpreter.Cancel(instance, null, mapsOutputs);
    }

    /// <summary>Suspends or activates an instance. The engine ignores an unknown id.</summary>
    public static void Suspend(UnitOfWork work, string id, bool suspended)
    {
        if (!work.State.Instances.TryGetValue(id, out var instance) || instance.IsSuspended == suspended)
        {
            return;
        }

        SetSuspended(work.State, instance, suspended);
        work.Transaction.WakesJobs = true;
        work.Transaction.OnRollback(() => SetSuspended(work.State, instance, !suspended));
    }

    private static void SetSuspended(EngineState state, ProcessInstance instance, bool suspended)
    {
        instance.IsSuspended = suspended;
        foreach (var task in instance.Executions().Select(static execution => execution.Task).OfType<EngineTask>())
        {
            state.Place(task);
        }
    }
}
