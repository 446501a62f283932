namespace Camunda.ExternalTask.Testing;

/// <summary>An external task that waits in the engine.</summary>
public sealed record ExternalTaskInfo
{
    /// <summary>The task's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its topic.</summary>
    public required string TopicName { get; init; }

    /// <summary>The element's id in the model.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The instance it belongs to.</summary>
    public required string ProcessInstanceId { get; init; }

    /// <summary>The execution its local variables are in.</summary>
    public required string ExecutionId { get; init; }

    /// <summary>The worker that locked it last.</summary>
    public string? WorkerId { get; init; }

    /// <summary>When the lock expires or has expired.</summary>
    public DateTimeOffset? LockExpirationTime { get; init; }

    /// <summary>Tries left; null until one has failed.</summary>
    public int? Retries { get; init; }

    /// <summary>Its priority.</summary>
    public long Priority { get; init; }

    /// <summary>The last failure's message.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>True while its instance is suspended.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>The instance's business key.</summary>
    public string? BusinessKey { get; init; }
}
