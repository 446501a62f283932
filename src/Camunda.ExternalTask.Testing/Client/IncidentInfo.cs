namespace Camunda.ExternalTask.Testing;

/// <summary>Something that waits for an operator.</summary>
public sealed record IncidentInfo
{
    /// <summary>The incident's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its type; <c>failedExternalTask</c> for an external task without retries.</summary>
    public required string Type { get; init; }

    /// <summary>The instance it holds up.</summary>
    public required string ProcessInstanceId { get; init; }

    /// <summary>The element's id in the model.</summary>
    public required string ActivityId { get; init; }

    /// <summary>What it is about; for a failed external task the task's id.</summary>
    public string? Configuration { get; init; }

    /// <summary>The failure's message.</summary>
    public string? Message { get; init; }
}
