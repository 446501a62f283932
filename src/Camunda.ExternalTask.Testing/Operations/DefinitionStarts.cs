using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Interpreter;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>The messages, signals and timers with which instances of a process start. Only the latest version waits for them.</summary>
internal static class DefinitionStarts
{
    public static void Register(UnitOfWork work, ProcessDefinition definition)
    {
        foreach (var other in work.State.Definitions.Values.Where(other => other.Key == definition.Key && other.TenantId == definition.TenantId).ToList())
        {
            Remove(work, other);
        }

        foreach (var start in definition.Graph.Body.EventStarts)
        {
            if (start.Event!.Kind == BpmnEventKind.Timer)
            {
                work.Interpreter.AddStartTimer(definition, start);
                continue;
            }

            var name = start.Event.Name is { } expression
                ? ExpressionTexts.Show(new ExpressionEvaluator(new DefinitionScope(work.State)).Evaluate(expression))
                : "";
            if (start.Event.Kind == BpmnEventKind.Message && Find(work.State, name, definition.TenantId) is not null)
            {
                throw EngineErrors.Failed(
                    $"ENGINE-09011 Cannot deploy process definition '{definition.Id}': "
                    + $"there already is a message event subscription for the message with name '{name}'.");
            }

            work.State.Subscribe(
                new(work.State.Ids.Next(), start.Event.Kind, name, definition, null, start, work.State.Now),
                work.Transaction);
        }
    }

    public static void Remove(UnitOfWork work, ProcessDefinition definition)
    {
        foreach (var subscription in work.State.Subscriptions.Values.Where(item => item.Execution is null && item.Definition == definition).ToList())
        {
            work.State.Unsubscribe(subscription, work.Transaction);
        }

        foreach (var job in work.State.Jobs.Values.Where(job => job.Execution is null && job.Definition == definition).ToList())
        {
            work.State.RemoveJob(job, work.Transaction);
        }
    }

    /// <summary>The start of a process with a message, for a tenant or without one.</summary>
    public static EventSubscription? Find(EngineState state, string message, string? tenantId) => state.Subscriptions.Values.FirstOrDefault(item =>
        item is { Execution: null, Kind: BpmnEventKind.Message } && item.Name == message && item.Definition.TenantId == tenantId);
}
