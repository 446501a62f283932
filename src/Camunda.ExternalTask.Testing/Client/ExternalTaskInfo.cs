namespace Camunda.ExternalTask.Testing;

/// <summary>An external task that waits in the engine.</summary>
public sealed record ExternalTaskInfo
{
    /// <summary>The task's id.</summary>
    public required string Id { get; init; }

    /// <summary>The task's topic.</summary>
    public required string TopicName { get; init; }

    /// <summary>The id of the activity in the model.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The id of the task's process instance.</summary>
    public required string ProcessInstanceId { get; init; }

    /// <summary>The id of the execution that holds the task's local variables.</summary>
    public required string ExecutionId { get; init; }

    /// <summary>The id of the worker that last locked the task; null if none did or the task was unlocked.</summary>
    public string? WorkerId { get; init; }

    /// <summary>The time at which the lock expires or has expired.</summary>
    public DateTimeOffset? LockExpirationTime { get; init; }

    /// <summary>The remaining retries; null until the task fails for the first time.</summary>
    public int? Retries { get; init; }

    /// <summary>The task's priority.</summary>
    public long Priority { get; init; }

    /// <summary>The message of the last failure.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>True while the task's instance is suspended.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>The instance's business key.</summary>
    public string? BusinessKey { get; init; }
}
