namespace Camunda.ExternalTask.Simulation.Checking;

/// <summary>What the referee knows of a task.</summary>
internal sealed class TaskRecord
{
    public int Runs { get; set; }

    /// <summary>Accepted failures and releases: each of them allows another run.</summary>
    public int AllowedRepetitions { get; set; }

    public int Ends { get; set; }

    /// <summary>When a late unlock last removed a lock that its sender did not know.</summary>
    public TimeSpan LastStaleUnlock { get; set; } = TimeSpan.FromDays(-1);

    /// <summary>How many other systems still try to end the task for a handler that detached it.</summary>
    public int Detached { get; set; }

    public bool IsDetached => Detached > 0;

    /// <summary>Since when the task has been locked for nobody, or null.</summary>
    public TimeSpan? HiddenSince { get; set; }

    public int HiddenGeneration { get; set; }

    public TimeSpan HiddenLock { get; set; }

    /// <summary>When the engine extended the lock for the handler, until when, and which lock.</summary>
    public TimeSpan PromisedAt { get; set; }

    public TimeSpan PromisedUntil { get; set; }

    public int PromisedGeneration { get; set; } = -1;

    /// <summary>When the worker that held the lock died, or null.</summary>
    public TimeSpan? OrphanedAt { get; set; }

    /// <summary>Whether the poll of a dead worker took the task.</summary>
    public bool IsStolen { get; set; }

    /// <summary>When the next retry falls due, if a slot was free then; null otherwise.</summary>
    public TimeSpan? RetryDue { get; set; }
}
