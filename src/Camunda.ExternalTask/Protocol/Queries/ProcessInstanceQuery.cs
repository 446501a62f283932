using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Protocol.Queries;
using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask;

/// <summary>Query for running process instances: <c>POST /process-instance</c>. An instance matches if it meets all members that are set.</summary>
/// <remarks>A list that is empty or contains a null or blank entry throws an <see cref="ArgumentException"/>: the engine reads an empty list as "everything".</remarks>
public sealed record ProcessInstanceQuery
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

    /// <summary>Only instances that are not suspended.</summary>
    public bool Active { get; init; }

    /// <summary>Only suspended instances.</summary>
    public bool Suspended { get; init; }

    /// <summary>Only instances with an open incident.</summary>
    public bool WithIncident { get; init; }

    /// <summary>Only instances with an open incident of this type, for example <c>failedExternalTask</c>.</summary>
    public string? IncidentType { get; init; }

    /// <summary>Only instances with an open incident whose message matches this pattern with <c>%</c> and <c>_</c>.</summary>
    public string? IncidentMessageLike { get; init; }

    /// <summary>Only instances that are at one of these activities of the model.</summary>
    public IReadOnlyList<string>? ActivityIdIn { get; init => field = FilterCheck.List(value); }

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
        query.Text("businessKey", BusinessKey);
        query.Text("businessKeyLike", BusinessKeyLike);
        query.Flag("active", Active);
        query.Flag("suspended", Suspended);
        query.Flag("withIncident", WithIncident);
        query.Text("incidentType", IncidentType);
        query.Text("incidentMessageLike", IncidentMessageLike);
        query.List("activityIdIn", ActivityIdIn);
        query.List("tenantIdIn", TenantIdIn);
        query.Conditions("variables", Variables);
    }
}
