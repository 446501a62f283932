namespace Camunda.ExternalTask.Testing;

/// <summary>A running or ended process instance.</summary>
public sealed record ProcessInstanceInfo
{
    /// <summary>The instance's id.</summary>
    public required string Id { get; init; }

    /// <summary>The key of its process definition: the id of the process in the model.</summary>
    public required string DefinitionKey { get; init; }

    /// <summary>The id of its process definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The instance's business key.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>
    /// The instance's state: <c>ACTIVE</c>, <c>SUSPENDED</c>, <c>COMPLETED</c>, <c>EXTERNALLY_TERMINATED</c> or
    /// <c>INTERNALLY_TERMINATED</c>.
    /// </summary>
    public required string State { get; init; }

    /// <summary>The time at which the instance started.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>The time at which the instance ended; null while it is running.</summary>
    public DateTimeOffset? Ended { get; init; }
}
