namespace Camunda.ExternalTask.Testing.State;

/// <summary>The members of an external task that workers and operators change.</summary>
internal sealed record TaskData
{
    public required long Priority { get; init; }

    /// <summary>Remaining retries; null until the task fails for the first time.</summary>
    public int? Retries { get; init; }

    public string? WorkerId { get; init; }

    public DateTimeOffset? LockExpiration { get; init; }

    public string? ErrorMessage { get; init; }

    public string? ErrorDetails { get; init; }

    public bool HasRetriesLeft => Retries is null or > 0;

    public bool IsLockedAt(DateTimeOffset now) => LockExpiration > now;
}
