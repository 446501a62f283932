namespace Camunda.ExternalTask.Testing.State;

/// <summary>What happened to an external task.</summary>
internal enum TaskLogKind
{
    Creation,
    Failure,
    Success,
    Deletion,
}

/// <summary>An entry of the history's external-task log.</summary>
internal sealed record TaskLogRecord(string Id, TaskLogKind Kind, DateTimeOffset Timestamp, EngineTask Task)
{
    public string? WorkerId { get; } = Task.Data.WorkerId;

    public int? Retries { get; init; } = Task.Data.Retries;

    public long Priority { get; } = Task.Data.Priority;

    public string? ErrorMessage { get; init; }

    public string? ErrorDetails { get; init; }
}
