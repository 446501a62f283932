namespace Camunda.ExternalTask.Worker.Core;

/// <summary>The lock of a task. <see cref="LockKeeper"/> changes it, others only read it. Times are on the worker's monotonic clock.</summary>
internal sealed class TaskLock(string workerId)
{
    /// <summary>The worker id that holds the lock: that of the poll which brought the task.</summary>
    public string WorkerId { get; set; } = workerId;

    /// <summary>Whether the lock is still the one that the fetch made.</summary>
    public bool IsFetchLock { get; set; } = true;

    /// <summary>When the lock ends, at the earliest.</summary>
    public TimeSpan Until { get; set; }

    /// <summary>When to extend the lock, or to lock the task again.</summary>
    public TimeSpan CallAt { get; set; }

    /// <summary>When the worker last learned from the engine that it holds the lock.</summary>
    public TimeSpan ConfirmedAt { get; set; }

    public bool IsCallPending { get; set; }

    /// <summary>How long to wait for the answer to the pending call.</summary>
    public TimeSpan CallTimeout { get; set; }

    /// <summary>The middle of the lock. An earlier call does not shorten the lock, which the handler may have asked for.</summary>
    public TimeSpan HalfTime { get; set; }

    /// <summary>The duration that the pending call asks for.</summary>
    public TimeSpan CallDuration { get; set; }

    /// <summary>The worker id of the pending call.</summary>
    public string CallAs { get; set; } = workerId;
}
