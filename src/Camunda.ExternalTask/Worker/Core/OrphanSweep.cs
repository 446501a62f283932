namespace Camunda.ExternalTask.Worker.Core;

/// <summary>
/// A search for tasks that are locked although no worker received them. The engine keeps a poll whose client has gone and locks the next task for it,
/// and the response to a poll can be lost. The worker lists such tasks by the worker id of the poll and unlocks them, until the poll has certainly
/// ended in the engine.
/// </summary>
/// <param name="workerId">The worker id of the poll; null looks for what dead processes of this worker on this machine left behind.</param>
/// <param name="delivered">The tasks that the poll delivered before its response broke off.</param>
/// <param name="lasts">How long the engine keeps the poll after it has read it.</param>
/// <param name="at">When to list for the first time.</param>
internal sealed class OrphanSweep(string? workerId, IReadOnlyList<FetchedTask> delivered, TimeSpan lasts, TimeSpan at)
{
    public string? WorkerId { get; } = workerId;

    /// <summary>The only task that the sweep looks for; null looks for all tasks of the worker id.</summary>
    public string? OnlyTask { get; init; }

    /// <summary>Whether a list was answered.</summary>
    public bool HasLooked { get; set; }

    /// <summary>
    /// When the engine's copy of the poll has ended; null before the first list is answered. The time counts from that list, because an engine that
    /// stalled may have read the poll only then. The sweep ends with the first list that is requested later.
    /// </summary>
    public TimeSpan? Until { get; private set; }

    /// <summary>When to list next.</summary>
    public TimeSpan At { get; set; } = at;

    /// <summary>When the last list was requested.</summary>
    public TimeSpan AskedAt { get; set; }

    /// <summary>How long to wait for the list.</summary>
    public TimeSpan Timeout { get; set; }

    /// <summary>Calls in a row that should have released a task and failed.</summary>
    public int FailedReleases { get; set; }

    /// <summary>Whether a list is on its way.</summary>
    public bool IsPending { get; set; }

    public int Looks { get; set; }

    /// <summary>A list was answered, so the engine has read everything that was sent before.</summary>
    public void EngineAnswered()
    {
        HasLooked = true;
        Until ??= AskedAt + lasts;
    }

    /// <summary>A task could not be unlocked: the sweep must look again.</summary>
    public void Prolong(TimeSpan until) => Until = Until > until ? Until : until;

    /// <summary>
    /// Whether the sweep leaves a locked task alone: because it looks for another one, or because the poll delivered the task before its
    /// response broke off. A delivered task is not an orphan, even if its handler has detached it.
    /// </summary>
    public bool Spares(string taskId)
    {
        if (OnlyTask is { } only)
        {
            return only != taskId;
        }

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
