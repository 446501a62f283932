namespace Camunda.ExternalTask;

/// <summary>Properties of a task that an input can request. They have the names of the properties of <see cref="FetchedTask"/>.</summary>
public enum TaskProperty
{
    /// <summary>The task's id, <see cref="string"/>.</summary>
    TaskId,

    /// <summary>The topic, <see cref="string"/>.</summary>
    TopicName,

    /// <summary>The id of the activity in the model, <see cref="string"/>.</summary>
    ActivityId,

    /// <summary>The id of the activity instance, <see cref="string"/>.</summary>
    ActivityInstanceId,

    /// <summary>The id of the task's execution, <see cref="string"/>.</summary>
    ExecutionId,

    /// <summary>The id of the process instance, <see cref="string"/>.</summary>
    ProcessInstanceId,

    /// <summary>The id of the process definition, <see cref="string"/>.</summary>
    ProcessDefinitionId,

    /// <summary>The key of the process definition, <see cref="string"/>.</summary>
    ProcessDefinitionKey,

    /// <summary>The version tag of the process definition, a nullable <see cref="string"/>.</summary>
    ProcessDefinitionVersionTag,

    /// <summary>The tenant's id, a nullable <see cref="string"/>.</summary>
    TenantId,

    /// <summary>The task's priority, <see cref="long"/>.</summary>
    Priority,

    /// <summary>The number of remaining retries, a nullable <see cref="int"/>: null before the first failure.</summary>
    Retries,

    /// <summary>The creation time of the task, a nullable <see cref="DateTimeOffset"/>: null on engines before 7.21.</summary>
    CreateTime,
}
