namespace Camunda.ExternalTask;

/// <summary>The filters of a topic in <c>POST /external-task/fetchAndLock</c>. Unset members do not restrict; all set ones must hold.</summary>
public sealed record TopicFilter
{
    /// <summary>No restriction.</summary>
    public static TopicFilter None { get; } = new();

    /// <summary>Only tasks of the process definition with this id.</summary>
    public string? ProcessDefinitionId { get; init; }

    /// <summary>Only tasks of process definitions with one of these ids. Null does not restrict; an empty list is refused, as the engine would read it as "everything".</summary>
    public IReadOnlyList<string>? ProcessDefinitionIdIn { get; init; }

    /// <summary>Only tasks of process definitions with this key.</summary>
    public string? ProcessDefinitionKey { get; init; }

    /// <summary>Only tasks of process definitions with one of these keys. An empty list is refused.</summary>
    public IReadOnlyList<string>? ProcessDefinitionKeyIn { get; init; }

    /// <summary>Only tasks of process definitions with this version tag.</summary>
    public string? ProcessDefinitionVersionTag { get; init; }

    /// <summary>Only tasks of process instances with this business key.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>Only tasks of one of these tenants. An empty list is refused.</summary>
    public IReadOnlyList<string>? TenantIdIn { get; init; }

    /// <summary>Only tasks without a tenant.</summary>
    public bool WithoutTenantId { get; init; }

    /// <summary>Fetches only variables that are local to the task.</summary>
    public bool LocalVariables { get; init; }

    /// <summary>Only tasks of process instances where any of these variables has the given value. The engine compares typed: text "1" does not match the number 1.</summary>
    public IReadOnlyDictionary<string, TypedValue>? ProcessVariables { get; init; }
}
