using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Protocol.Queries;
using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask;

/// <summary>
/// Query for process instances in the history: the members of <c>POST /history/process-instance</c> that are useful for tasks, which only running instances have. An
/// instance matches if it meets all members that are set.
/// </summary>
/// <remarks>A list that is empty or contains a null or blank entry throws an <see cref="ArgumentException"/>: the engine reads an empty list as "everything".</remarks>
public sealed record HistoricProcessInstanceQuery
{
    /// <summary>Only the instances with these ids.</summary>
    public IReadOnlyList<string>? ProcessInstanceIds { get; init => field = FilterCheck.List(value); }

    /// <summary>Only instances of the process definition with this id.</summary>
    public string? ProcessDefinitionId { get; init; }

    /// <summary>Only instances of process definitions with this key.</summary>
    public string? ProcessDefinitionKey { get; init; }

    /// <summary>Only instances of process definitions with one of these keys.</summary>
    public IReadOnlyList<string>? ProcessDefinitionKeyIn { get; init => field = FilterCheck.List(value); }

    /// <summary>Only instances with this business key.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>Only instances whose business key matches this pattern with <c>%</c> and <c>_</c>.</summary>
    public string? BusinessKeyLike { get; init; }

    /// <summary>Only instances started after this instant of the engine's clock.</summary>
    public DateTimeOffset? StartedAfter { get; init; }

    /// <summary>Only instances started before this instant of the engine's clock.</summary>
    public DateTimeOffset? StartedBefore { get; init; }

    /// <summary>Only instances started by this user.</summary>
    public string? StartedBy { get; init; }

    /// <summary>Only instances that have not ended.</summary>
    public bool Unfinished { get; init; }

    /// <summary>Only instances that have or had an incident.</summary>
    public bool WithIncidents { get; init; }

    /// <summary>Only instances that are at one of these activities of the model.</summary>
    public IReadOnlyList<string>? ActiveActivityIdIn { get; init => field = FilterCheck.List(value); }

    /// <summary>Only instances of these tenants.</summary>
    public IReadOnlyList<string>? TenantIdIn { get; init => field = FilterCheck.List(value); }

    /// <summary>Only instances whose variables meet all of these conditions.</summary>
    public IReadOnlyList<VariableCondition>? Variables { get; init => field = ConditionCheck.List(value); }

    internal void WriteTo(MemberWriter query)
    {
        query.List("processInstanceIds", ProcessInstanceIds);
        query.Text("processDefinitionId", ProcessDefinitionId);
        query.Text("processDefinitionKey", ProcessDefinitionKey);
        query.List("processDefinitionKeyIn", ProcessDefinitionKeyIn);
        query.Text("processInstanceBusinessKey", BusinessKey);
        query.Text("processInstanceBusinessKeyLike", BusinessKeyLike);
        query.Date("startedAfter", StartedAfter);
        query.Date("startedBefore", StartedBefore);
        query.Text("startedBy", StartedBy);
        query.Flag("unfinished", Unfinished);
        query.Flag("withIncidents", WithIncidents);
        query.List("activeActivityIdIn", ActiveActivityIdIn);
        query.List("tenantIdIn", TenantIdIn);
        query.Conditions("variables", Variables);
    }
}
