namespace Camunda.ExternalTask;

/// <summary>Criterion for sorting a list of tasks.</summary>
/// <param name="By">The property to sort by.</param>
/// <param name="Order">The direction.</param>
public sealed record ExternalTaskSorting(ExternalTaskSortBy By, SortOrder Order = SortOrder.Ascending);

/// <summary>Properties to sort a list of tasks by.</summary>
public enum ExternalTaskSortBy
{
    /// <summary>The task's id.</summary>
    Id,

    /// <summary>When its lock expires.</summary>
    LockExpirationTime,

    /// <summary>The id of its process instance.</summary>
    ProcessInstanceId,

    /// <summary>The id of its process definition.</summary>
    ProcessDefinitionId,

    /// <summary>The key of its process definition.</summary>
    ProcessDefinitionKey,

    /// <summary>Its priority.</summary>
    TaskPriority,

    /// <summary>When it was created. Camunda 7.21 and later; older engines answer 400.</summary>
    CreateTime,

    /// <summary>Its tenant.</summary>
    TenantId,
}
