using Camunda.ExternalTask.Protocol.Queries;
using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask;

/// <summary>Query for tasks: <c>POST /external-task</c>. A task matches if it meets all members that are set.</summary>
/// <remarks>A list that is empty or contains a null or blank entry throws an <see cref="ArgumentException"/>: the engine reads an empty list as "everything".</remarks>
public sealed record ExternalTaskQuery
{
    /// <summary>Only the tasks with these ids.</summary>
    public IReadOnlyList<string>? TaskIdIn { get; init => field = FilterCheck.List(value); }

    /// <summary>Only tasks of this topic.</summary>
    public string? TopicName { get; init; }

    /// <summary>Only tasks that this worker id holds or held last.</summary>
    public string? WorkerId { get; init; }

    /// <summary>Only tasks whose lock has not expired.</summary>
    public bool Locked { get; init; }

    /// <summary>Only tasks that are not locked.</summary>
    public bool NotLocked { get; init; }

    /// <summary>Only tasks that have retries left or have never failed.</summary>
    public bool WithRetriesLeft { get; init; }

    /// <summary>Only tasks without retries left, which have an incident.</summary>
    public bool NoRetriesLeft { get; init; }

    /// <summary>Only tasks whose lock expires after this instant of the engine's clock.</summary>
    public DateTimeOffset? LockExpirationAfter { get; init; }

    /// <summary>Only tasks whose lock expires before this instant of the engine's clock.</summary>
    public DateTimeOffset? LockExpirationBefore { get; init; }

    /// <summary>Only tasks of these activities of the model.</summary>
    public IReadOnlyList<string>? ActivityIdIn { get; init => field = FilterCheck.List(value); }

    /// <summary>Only tasks of this execution.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>Only tasks of these process instances.</summary>
    public IReadOnlyList<string>? ProcessInstanceIdIn { get; init => field = FilterCheck.List(value); }

    /// <summary>Only tasks of the process definition with this id.</summary>
    public string? ProcessDefinitionId { get; init; }

    /// <summary>Only tasks of process definitions with one of these keys. Old engines, such as 7.17, ignore them and list all tasks.</summary>
    public IReadOnlyList<string>? ProcessDefinitionKeyIn { get; init => field = FilterCheck.List(value); }

    /// <summary>Only tasks of process definitions with this name.</summary>
    public string? ProcessDefinitionName { get; init; }

    /// <summary>Only tasks of these tenants.</summary>
    public IReadOnlyList<string>? TenantIdIn { get; init => field = FilterCheck.List(value); }

    /// <summary>Only tasks whose process instance is not suspended.</summary>
    public bool Active { get; init; }

    /// <summary>Only tasks whose process instance is suspended.</summary>
    public bool Suspended { get; init; }

    /// <summary>Only tasks with this priority or a higher one.</summary>
    public long? PriorityAtLeast { get; init; }

    /// <summary>Only tasks with this priority or a lower one.</summary>
    public long? PriorityAtMost { get; init; }

    /// <summary>Only tasks of process instances whose variables meet all of these conditions. Old engines, such as 7.17, ignore them and list all tasks.</summary>
    public IReadOnlyList<VariableCondition>? ProcessVariables { get; init => field = ConditionCheck.List(value); }

    /// <summary>The criteria of the order, the most important first; null: no order.</summary>
    public IReadOnlyList<ExternalTaskSorting>? Sorting { get; init; }
}
