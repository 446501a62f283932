using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>Calls a handler inside a log scope and an activity, and turns what it returns or throws into an outcome.</summary>
internal sealed class HandlerRunner(HandlerFailures failures, WorkerReporter reporter, IServiceProvider services, TimeProvider time)
{
    public async Task<TaskOutcome> RunAsync(TaskRun run)
    {
        var task = run.Task.Fetched;
        var startedAt = time.GetTimestamp();
        reporter.TaskStarted(task);
        var activity = reporter.StartActivity(task);
        TaskOutcome outcome;
        try
        {
            using var scope = reporter.BeginTask(task);
            outcome = await run.Handler.InvokeAsync(services, new ExternalTaskContext(task, run), run.CancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (run.Reason == CancelReason.Shutdown)
        {
            outcome = TaskOutcome.Released();
        }
        catch (Exception exception)
        {
            run.Failure = exception is BpmnErrorException ? null : exception;
            outcome = failures.ToOutcome(exception);
        }

        run.Elapsed = time.GetElapsedTime(startedAt);
        reporter.EndActivity(activity, outcome, run.Failure);
        reporter.HandlerEnded(task, run.Elapsed, outcome, run.Failure);
        return outcome;
    }
}
