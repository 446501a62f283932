using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <content>Starting, running and canceling handlers.</content>
internal sealed partial class WorkerShell
{
    /// <summary>Runs a handler to its end, whatever its outcome is.</summary>
    public async Task RunHandlerAsync(TaskRun run)
    {
        TaskOutcome outcome;
        try
        {
            outcome = await _handlers.RunAsync(run).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Without an outcome the slot would stay occupied forever.
            _reporter.InternalError(exception);
            outcome = new TaskFailure($"Internal error of the worker: {exception.GetType().Name}");
        }

        Feed((run.Task, outcome), static (core, now, ended) => core.HandlerEnded(now, ended.Task, ended.outcome));
        if (run.Task.Delivery is null)
        {
            // No result is sent that would stop it.
            _reporter.StopActivity(run.Activity);
        }
    }

    private void StartHandler(WorkerTask task)
    {
        var run = new TaskRun(task, task.Subscription.Handler!, this);
        task.Run = run;
        ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: false);
    }

    private void CancelHandler(WorkerTask task, CancelReason reason)
    {
        if (task.Run!.Cancel(reason) is { } failure)
        {
            _reporter.Report(WorkerEvents.CancellationCallbackFailed(task.Fetched, failure));
        }
    }
}
