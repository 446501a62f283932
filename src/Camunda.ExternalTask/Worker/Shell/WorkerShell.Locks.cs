using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <content>Locks of running tasks, and their variables.</content>
internal sealed partial class WorkerShell
{
    /// <summary>Extends a lock for the handler that runs under it.</summary>
    public async Task ExtendLockAsync(TaskRun run, TimeSpan duration, CancellationToken cancellationToken)
    {
        // The engine lets the last of two extensions win, even if it is the shorter one: the worker's own must not overtake this.
        using var turn = await run.TakeLockCallAsync(cancellationToken).ConfigureAwait(false);
        var (sentAt, workerId) = (Now, run.Task.Lock.WorkerId);
        EngineError? error;
        try
        {
            error = await _gateway.ExtendLockAsync(new(run.Task.Fetched.TaskId, workerId), duration, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Feed(run.Task, static (core, now, task) => core.LockExtensionFailed(now, task));
            throw;
        }

        if (error is not null)
        {
            Feed(run.Task, static (core, now, task) => core.LockExtensionFailed(now, task));
            var failure = WorkerEvents.CallFailed("extendLock", run.Task.Fetched.TaskId, error);
            _reporter.Report(WorkerEvents.LockExtensionFailed(run.Task.Fetched, failure));
            throw failure;
        }

        Feed(
            (run.Task, Until: sentAt + duration, WorkerId: workerId),
            static (core, now, extended) => core.LockExtended(now, extended.Task, extended.Until, extended.WorkerId));
    }

    /// <summary>Sets variables for a running handler.</summary>
    public async Task SetVariablesAsync(WorkerTask task, bool isLocal, IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken)
    {
        if (await _gateway.SetVariablesAsync(task.Fetched, isLocal, variables, cancellationToken).ConfigureAwait(false) is { } error)
        {
            throw WorkerEvents.CallFailed(isLocal ? "setting local variables" : "setting variables", task.Fetched.TaskId, error);
        }
    }

    private async Task LockAsync(WorkerTask task, bool isRelock)
    {
        using var turn = task.Run is { } run ? await run.TakeLockCallAsync(CancellationToken.None).ConfigureAwait(false) : null;
        var isNeeded = true;
        Feed(task, (core, now, waiting) => isNeeded = core.NeedsLockCall(now, waiting));
        if (!isNeeded)
        {
            return;
        }

        var sentAt = Now;
        var settle = _reporter.EnterTrace((task.Run as TaskRun)?.Activity);
        EngineError? error;
        try
        {
            error = await _gateway.LockAsync(task, isRelock).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            error = Unexpected(exception);
        }

        _reporter.StopActivity(settle);
        Feed((task, isRelock, sentAt, error), static (core, now, answered) => core.LockAnswered(now, answered.task, answered.isRelock, answered.sentAt, answered.error));
    }
}
