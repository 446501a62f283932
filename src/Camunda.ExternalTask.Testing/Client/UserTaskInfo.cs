namespace Camunda.ExternalTask.Testing;

/// <summary>A user task that waits for its completion.</summary>
public sealed record UserTaskInfo
{
    /// <summary>The id of the task.</summary>
    public required string Id { get; init; }

    /// <summary>The name; null if the model has none.</summary>
    public string? Name { get; init; }

    /// <summary>The id of the element in the model.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The id of the process instance.</summary>
    public required string ProcessInstanceId { get; init; }

    /// <summary>The user who works on the task; null if there is none.</summary>
    public string? Assignee { get; init; }

    /// <summary>The users who can claim the task.</summary>
    public IReadOnlyList<string> CandidateUsers { get; init; } = [];

    /// <summary>The groups whose members can claim the task.</summary>
    public IReadOnlyList<string> CandidateGroups { get; init; } = [];

    /// <summary>The time at which the task was created.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>The due date; null if there is none.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The priority; 50 unless the model sets it.</summary>
    public int Priority { get; init; }
}
