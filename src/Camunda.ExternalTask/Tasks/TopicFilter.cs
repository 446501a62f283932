using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask;

/// <summary>The filters of a topic in <c>POST /external-task/fetchAndLock</c>. Unset members do not restrict; all set ones must hold.</summary>
/// <remarks>A blank text, an empty list and a list with a null or a blank throw an <see cref="ArgumentException"/>: the engine reads an empty list as "everything".</remarks>
public sealed record TopicFilter
{
    internal const string WithoutTenant = $"set {nameof(WithoutTenantId)} for tasks without a tenant";

    /// <summary>No restriction.</summary>
    public static TopicFilter None { get; } = new();

    /// <summary>Only tasks of the process definition with this id.</summary>
    public string? ProcessDefinitionId { get; init => field = FilterCheck.Text(value); }

    /// <summary>Only tasks of process definitions with one of these ids. Null does not restrict; not empty.</summary>
    public IReadOnlyList<string>? ProcessDefinitionIdIn { get; init => field = FilterCheck.List(value); }

    /// <summary>Only tasks of process definitions with this key.</summary>
    public string? ProcessDefinitionKey { get; init => field = FilterCheck.Text(value); }

    /// <summary>Only tasks of process definitions with one of these keys; not empty.</summary>
    public IReadOnlyList<string>? ProcessDefinitionKeyIn { get; init => field = FilterCheck.List(value); }

    /// <summary>Only tasks of process definitions with this version tag.</summary>
    public string? ProcessDefinitionVersionTag { get; init => field = FilterCheck.Text(value); }

    /// <summary>Only tasks of process instances with this business key.</summary>
    public string? BusinessKey { get; init => field = FilterCheck.Text(value); }

    /// <summary>Only tasks of one of these tenants; not empty. For tasks without a tenant set <see cref="WithoutTenantId"/>.</summary>
    public IReadOnlyList<string>? TenantIdIn { get; init => field = FilterCheck.List(value, WithoutTenant); }

    /// <summary>Only tasks without a tenant.</summary>
    public bool WithoutTenantId { get; init; }

    /// <summary>Fetches only variables that are local to the task.</summary>
    public bool LocalVariables { get; init; }

    /// <summary>Only tasks of process instances where any of these variables has the given value; not empty. The engine compares typed: text "1" does not match the number 1.</summary>
    public IReadOnlyDictionary<string, TypedValue>? ProcessVariables { get; init => field = FilterCheck.Variables(value); }
}
