namespace Camunda.ExternalTask.Testing;

/// <summary>A problem that an operator has to resolve.</summary>
public sealed record IncidentInfo
{
    /// <summary>The incident's id.</summary>
    public required string Id { get; init; }

    /// <summary>The incident's type; <c>failedExternalTask</c> for an external task without remaining retries.</summary>
    public required string Type { get; init; }

    /// <summary>The id of the process instance that cannot continue.</summary>
    public required string ProcessInstanceId { get; init; }

    /// <summary>The id of the activity in the model.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The id of the object that caused the incident; the task's id for a failed external task.</summary>
    public string? Configuration { get; init; }

    /// <summary>The message of the failure.</summary>
    public string? Message { get; init; }
}
