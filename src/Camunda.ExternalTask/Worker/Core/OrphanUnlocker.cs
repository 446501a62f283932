using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>
/// Unlocks orphans, one per task at a time: the engine does not check who unlocks, so a second call could hit a task that a worker has fetched after the first.
/// </summary>
internal sealed class OrphanUnlocker(CoreState state)
{
    private readonly Dictionary<string, OrphanSweep?> _pending = new(StringComparer.Ordinal);

    public bool IsBusy => _pending.Count > 0;

    /// <summary>Unlocks a task.</summary>
    /// <param name="task">The task and the worker id that holds its lock.</param>
    /// <param name="sweep">The sweep that found it, or null.</param>
    /// <returns>Whether the call is sent; false if one is on its way already.</returns>
    public bool Unlock(LockedTask task, OrphanSweep? sweep)
    {
        if (!_pending.TryAdd(task.TaskId, sweep))
        {
            return false;
        }

        state.Do(WorkerAction.UnlockOrphan(task));
        return true;
    }

    /// <summary>The call was answered.</summary>
    /// <returns>The sweep that must look for the task again, or null if there is nothing left to do.</returns>
    public OrphanSweep? Answered(string taskId, EngineError? error)
    {
        _pending.Remove(taskId, out var sweep);
        state.Report(new(error is null ? WorkerEventKind.OrphanReleased : WorkerEventKind.OrphanReleaseFailed) { TaskId = taskId, Error = error });
        return error is null or { IsGone: true } ? null : sweep;
    }
}
