namespace Camunda.ExternalTask.Testing.State;

internal enum TaskLogKind
{
    Creation,
    Failure,
    Success,
    Deletion,
}

/// <summary>One line of the history's external-task log.</summary>
internal sealed record TaskLogRecord(string Id, TaskLogKind Kind, DateTimeOffset Timestamp, EngineTask Task)
{
    public string? WorkerId { get; } = Task.WorkerId;

    public int? Retries { get; init; } = Task.Retries;

    public long Priority { get; } = Task.Priority;

    public string? ErrorMessage { get; init; }

    public string? ErrorDetails { get; init; }
}
