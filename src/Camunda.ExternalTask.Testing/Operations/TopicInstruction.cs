using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>A topic to fetch, with filters. A task must match all of them; an empty list matches every task.</summary>
internal sealed record TopicInstruction
{
    public string? Name { get; init; }

    /// <summary>The duration in milliseconds.</summary>
    public long LockDuration { get; init; }

    /// <summary>The names of the variables to fetch; null for all.</summary>
    public IReadOnlyList<string>? Variables { get; init; }

    public bool LocalVariables { get; init; }

    public string? BusinessKey { get; init; }

    public string? ProcessDefinitionId { get; init; }

    public IReadOnlyList<string> ProcessDefinitionIdIn { get; init; } = [];

    public string? ProcessDefinitionKey { get; init; }

    public IReadOnlyList<string> ProcessDefinitionKeyIn { get; init; } = [];

    public string? ProcessDefinitionVersionTag { get; init; }

    public bool WithoutTenantId { get; init; }

    public IReadOnlyList<string> TenantIdIn { get; init; } = [];

    public IReadOnlyList<(string Name, EngineValue Value)> ProcessVariables { get; init; } = [];

    public bool DeserializeValues { get; init; }

    public bool IncludeExtensionProperties { get; init; }

    /// <summary>Tells whether a task of this topic matches all filters.</summary>
    public bool Matches(EngineTask task)
    {
        var instance = task.Instance;
        var definition = instance.Definition;
        return (BusinessKey is null || BusinessKey == instance.BusinessKey)
            && (ProcessDefinitionId is null || ProcessDefinitionId == definition.Id)
            && (ProcessDefinitionIdIn.Count == 0 || ProcessDefinitionIdIn.Contains(definition.Id))
            && (ProcessDefinitionKey is null || ProcessDefinitionKey == definition.Key)
            && (ProcessDefinitionKeyIn.Count == 0 || ProcessDefinitionKeyIn.Contains(definition.Key))
            && (ProcessDefinitionVersionTag is null || ProcessDefinitionVersionTag == definition.VersionTag)
            && (!WithoutTenantId || definition.TenantId is null)
            && (TenantIdIn.Count == 0 || TenantIdIn.Contains(definition.TenantId))
            && (ProcessVariables.Count == 0 || ProcessVariables.Any(wanted => Has(instance, wanted.Name, wanted.Value)));
    }

    /// <summary>Compares type and value. The engine fetches a task if any of several variables matches.</summary>
    private static bool Has(ProcessInstance instance, string name, EngineValue value) =>
        instance.Root.Variables.TryGetValue(name, out var variable)
        && (value.Value is null
            ? variable.Value.Value is null
            : variable.Value.Type == value.Type && Equals(variable.Value.Value, value.Value));
}
