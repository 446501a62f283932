namespace Camunda.ExternalTask.Testing;

/// <summary>A timer, or the step of an <c>asyncBefore</c> or <c>asyncAfter</c>.</summary>
public sealed record JobInfo
{
    /// <summary>The id of the job.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the element in the model.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The id of the process instance; null for a timer that starts instances.</summary>
    public string? ProcessInstanceId { get; init; }

    /// <summary>True for a timer.</summary>
    public bool IsTimer { get; init; }

    /// <summary>The time at which the job is due; null for at once.</summary>
    public DateTimeOffset? DueDate { get; init; }

    /// <summary>The remaining retries. With 0 the job has an incident.</summary>
    public int Retries { get; init; }

    /// <summary>The message of the last failure; null if the job has not failed.</summary>
    public string? ExceptionMessage { get; init; }
}
