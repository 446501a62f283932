namespace Camunda.ExternalTask;

/// <summary>Properties of a task that an input can contain. The names are those of the properties of <see cref="FetchedTask"/>.</summary>
public enum TaskProperty
{
    /// <summary>The task's id, <see cref="string"/>.</summary>
    TaskId,

    /// <summary>The topic, <see cref="string"/>.</summary>
    TopicName,

    /// <summary>The id of the activity in the model, <see cref="string"/>.</summary>
    ActivityId,

    /// <summary>The id of the activity's instance, <see cref="string"/>.</summary>
    ActivityInstanceId,

    /// <summary>The id of the execution the task belongs to, <see cref="string"/>.</summary>
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

    /// <summary>The retries left, a nullable <see cref="int"/>: null before the first failure.</summary>
    Retries,

    /// <summary>When the task was created, a nullable <see cref="DateTimeOffset"/>: null on engines before 7.21.</summary>
    CreateTime,
}
