using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask;

/// <summary>
/// The filters of a topic in <c>POST /external-task/fetchAndLock</c>. Unset members do not restrict. A task must match all members that are
/// set.
/// </summary>
/// <remarks>
/// A blank text, an empty list, and a list with a null or blank entry throw an <see cref="ArgumentException"/>, because the engine reads an
/// empty list as "no restriction" and no task matches a blank value.
/// </remarks>
public sealed record TopicFilter
{
    internal const string WithoutTenant = $"set {nameof(WithoutTenantId)} for tasks without a tenant";

    /// <summary>No restriction.</summary>
    public static TopicFilter None { get; } = new();

    /// <summary>Fetches only tasks of the process definition with this id.</summary>
    public string? ProcessDefinitionId { get; init => field = FilterCheck.Text(value); }

    /// <summary>Fetches only tasks of process definitions with one of these ids. Must not be empty; null does not restrict.</summary>
    public IReadOnlyList<string>? ProcessDefinitionIdIn { get; init => field = FilterCheck.List(value); }

    /// <summary>Fetches only tasks of process definitions with this key.</summary>
    public string? ProcessDefinitionKey { get; init => field = FilterCheck.Text(value); }

    /// <summary>Fetches only tasks of process definitions with one of these keys. Must not be empty; null does not restrict.</summary>
    public IReadOnlyList<string>? ProcessDefinitionKeyIn { get; init => field = FilterCheck.List(value); }

    /// <summary>Fetches only tasks of process definitions with this version tag.</summary>
    public string? ProcessDefinitionVersionTag { get; init => field = FilterCheck.Text(value); }

    /// <summary>Fetches only tasks of process instances with this business key.</summary>
    public string? BusinessKey { get; init => field = FilterCheck.Text(value); }

    /// <summary>
    /// Fetches only tasks of one of these tenants. Must not be empty; null does not restrict. For tasks without a tenant, set
    /// <see cref="WithoutTenantId"/>.
    /// </summary>
    public IReadOnlyList<string>? TenantIdIn { get; init => field = FilterCheck.List(value, WithoutTenant); }

    /// <summary>Fetches only tasks without a tenant.</summary>
    public bool WithoutTenantId { get; init; }

    /// <summary>Fetches only variables that are local to the task.</summary>
    public bool LocalVariables { get; init; }

    /// <summary>
    /// Fetches only tasks of process instances in which any of these variables has the given value. Must not be empty; null does not
    /// restrict. The engine compares types, too: the text "1" does not match the number 1.
    /// </summary>
    public IReadOnlyDictionary<string, TypedValue>? ProcessVariables { get; init => field = FilterCheck.Variables(value); }
}
