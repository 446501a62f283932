namespace Camunda.ExternalTask.Worker.Core;

/// <summary>
/// A search for tasks that are locked for nobody. The engine keeps a poll whose client has gone, and locks the next task for it; the answer of
/// a poll may be lost on the way. Such tasks are listed by the poll's worker id and unlocked, until the poll can no longer wake up in the engine.
/// </summary>
internal sealed class OrphanSweep(string? workerId, IReadOnlyList<FetchedTask> delivered, TimeSpan until, TimeSpan at)
{
    /// <summary>The worker id of the poll; null sweeps for what dead processes of this worker on this machine left behind.</summary>
    public string? WorkerId { get; } = workerId;

    /// <summary>Whether a look has been answered.</summary>
    public bool HasLooked { get; set; }

    /// <summary>When the engine's copy of the poll is over. The sweep ends with the first list asked for after that.</summary>
    public TimeSpan Until { get; set; } = until;

    /// <summary>When to look next.</summary>
    public TimeSpan At { get; set; } = at;

    public TimeSpan AskedAt { get; set; }

    public bool IsPending { get; set; }

    public int Looks { get; set; }

    /// <summary>Whether the poll did bring the task, before its answer broke off. Then it is no orphan, even if its handler has left it to somebody else.</summary>
    public bool HasBrought(string taskId)
    {
        foreach (var task in delivered)
        {
            if (task.TaskId == taskId)
            {
                return true;
            }
        }

        return false;
    }
}
