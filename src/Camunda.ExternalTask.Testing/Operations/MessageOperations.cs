using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>Correlates messages by the engine's rules.</summary>
internal static class MessageOperations
{
    /// <summary>Delivers a message, first to an execution that waits for it, otherwise to a process that starts with it.</summary>
    /// <returns>The receivers: an execution, or the instance that has started.</returns>
    public static IReadOnlyList<MessageReceipt> Correlate(UnitOfWork work, MessageCommand command)
    {
        var waiting = work.State.Subscriptions.Values.Where(subscription => IsWaiting(subscription, command)).ToList();
        var starts = command.ProcessInstanceId is null
            ? work.State.Subscriptions.Values.Where(subscription => IsStart(subscription, command)).ToList()
            : [];
        if (command.All)
        {
            return [.. waiting.Select(subscription => Deliver(work, subscription, command)), .. starts.Select(start => Start(work, start, command))];
        }

        if (waiting.Count > 1)
        {
            throw Mismatch(work, $"ENGINE-13031 Cannot correlate a message with name '{command.Name}' to a single execution. "
                + $"{waiting.Count} executions match the correlation keys: {Describe(command)}");
        }

        if (waiting is [var only])
        {
            return [Deliver(work, only, command)];
        }

        return starts switch
        {
            [] => throw Mismatch(work, $"Cannot correlate message '{command.Name}': No process definition or execution matches the parameters"),
            [var start] => [Start(work, start, command)],
            _ => throw Mismatch(work, $"Cannot correlate a message with name '{command.Name}' to a single process definition. "
                + $"{starts.Count} process definitions match the correlations keys: {Describe(command)}"),
        };
    }

    /// <summary>Delivers a message to one execution.</summary>
    public static void Receive(UnitOfWork work, string executionId, string name, List<(string Name, EngineValue Value)>? variables)
    {
        var subscription = work.State.Subscriptions.Values.FirstOrDefault(subscription =>
            subscription.Kind == BpmnEventKind.Message && subscription.Execution?.Id == executionId && subscription.Name == name)
            ?? throw EngineErrors.Failed($"Execution with id '{executionId}' does not have a subscription to a message event with name '{name}': eventSubscriptions is empty");
        work.Interpreter.Receive(subscription, variables);
    }

    private static MessageReceipt Deliver(UnitOfWork work, EventSubscription subscription, MessageCommand command)
    {
        var execution = subscription.Execution!;
        work.Interpreter.Receive(subscription, command.Variables, command.LocalVariables);
        return new(execution.Instance, execution) { IsEnded = !work.State.Executions.ContainsKey(execution.Id) };
    }

    private static MessageReceipt Start(UnitOfWork work, EventSubscription start, MessageCommand command)
    {
        var instance = work.Interpreter.Create(start.Definition, command.BusinessKey);
        work.Variables.SetAllLocal(instance.Root, command.Variables);
        work.Variables.SetAllLocal(instance.Root, command.LocalVariables);
        work.Interpreter.Start(instance, start.Node);
        return new(instance, null);
    }

    private static bool IsWaiting(EventSubscription subscription, MessageCommand command) =>
        subscription is { Kind: BpmnEventKind.Message, Execution: { } execution }
        && subscription.Name == command.Name
        && !execution.Instance.IsSuspended
        && (command.BusinessKey is null || command.BusinessKey == execution.Instance.BusinessKey)
        && (command.ProcessInstanceId is null || command.ProcessInstanceId == execution.Instance.Id)
        && IsForTenant(subscription, command)
        && command.CorrelationKeys.All(key => Has(execution.Instance.Root, key))
        && command.LocalCorrelationKeys.All(key => Has(execution, key));

    private static bool IsStart(EventSubscription subscription, MessageCommand command) =>
        subscription is { Kind: BpmnEventKind.Message, Execution: null }
        && subscription.Name == command.Name
        && command.LocalCorrelationKeys.Count == 0
        && IsForTenant(subscription, command);

    private static bool IsForTenant(EventSubscription subscription, MessageCommand command) => command switch
    {
        { WithoutTenantId: true } => subscription.Definition.TenantId is null,
        { TenantId: { } tenant } => subscription.Definition.TenantId == tenant,
        _ => true,
    };

    private static bool Has(Execution execution, (string Name, EngineValue Value) key) =>
        execution.Variables.TryGetValue(key.Name, out var variable)
        && (key.Value.Value is null
            ? variable.Value.Value is null
            : variable.Value.Type == key.Value.Type && Equals(variable.Value.Value, key.Value.Value));

    private static string Describe(MessageCommand command)
    {
        var keys = string.Join(",", command.CorrelationKeys.Select(static key =>
            $"\n  {key.Name} => Untyped value '{key.Value.Value}', isTransient = false"));
        return $"CorrelationSet [businessKey={command.BusinessKey ?? "null"}, processInstanceId={command.ProcessInstanceId ?? "null"}, "
            + $"processDefinitionId=null, correlationKeys={(keys.Length == 0 ? "null" : "{" + keys + "\n}")}, "
            + $"localCorrelationKeys={(command.LocalCorrelationKeys.Count == 0 ? "null" : "{…}")}, tenantId={command.TenantId ?? "null"}, "
            + $"isTenantIdSet={(command.TenantId is not null || command.WithoutTenantId ? "true" : "false")}, isExecutionsOnly=false]";
    }

    private static EngineRequestException Mismatch(UnitOfWork work, string message) =>
        EngineErrors.Refused($"{work.Flavor.JavaPackage()}.bpm.engine.MismatchingMessageCorrelationException: {message}");
}

/// <summary>An instance that has received a message; without an execution the message has started it.</summary>
internal sealed record MessageReceipt(ProcessInstance Instance, Execution? Execution)
{
    /// <summary>True if the execution has ended with the message.</summary>
    public bool IsEnded { get; init; }
}
