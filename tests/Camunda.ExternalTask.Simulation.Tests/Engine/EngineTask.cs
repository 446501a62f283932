namespace Camunda.ExternalTask.Simulation.Engine;

/// <summary>A task in the model of the engine. Times are simulated.</summary>
internal sealed class EngineTask(string id, string topic, int size)
{
    public string Topic { get; } = topic;

    /// <summary>The size of the task in a response.</summary>
    public int Size { get; } = size;

    public string Id { get; } = id;

    public TaskEnd End { get; set; }

    public bool IsCreated { get; set; }

    public bool IsSuspended { get; set; }

    public string? LockedBy { get; set; }

    public TimeSpan LockedUntil { get; set; }

    public TimeSpan LockedSince { get; set; }

    /// <summary>When the lock was last made or extended.</summary>
    public TimeSpan LockSetAt { get; set; }

    /// <summary>By how much the engine's clock was set back while the lock was held.</summary>
    public TimeSpan ProlongedBy { get; set; }

    public int? Retries { get; set; }

    /// <summary>Whether the lock is the waiting time of a failure.</summary>
    public bool IsWaitingForRetry { get; set; }

    /// <summary>Whether the lock was extended or made again after the fetch.</summary>
    public bool IsExtended { get; set; }

    /// <summary>The number of locks so far. An unlock that was sent under an earlier number removes a lock that its sender did not know.</summary>
    public int Generation { get; set; }

    /// <summary>When a suspension last ended.</summary>
    public TimeSpan SuspendedUntil { get; set; } = TimeSpan.MinValue;

    public bool IsOpen => IsCreated && End == TaskEnd.None;

    public bool IsLocked(TimeSpan now) => LockedBy is not null && LockedUntil > now;

    public bool CanBeFetched(TimeSpan now) => IsOpen && !IsSuspended && Retries != 0 && !IsLocked(now);
}

/// <summary>How a task ended in the engine.</summary>
internal enum TaskEnd
{
    None,
    Completed,
    BpmnError,
    Incident,
    Deleted,

    /// <summary>The engine forgot the task; only a defect of the model does that.</summary>
    Vanished,
}
