using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>Calls a handler inside a log scope and an activity, and turns what it returns or throws into an outcome.</summary>
internal sealed class HandlerRunner(HandlerFailures failures, WorkerReporter reporter, IServiceProvider services, TimeProvider time, string? traceVariable = null) : IDisposable
{
    private readonly RunWatch _watch = new(reporter, time);

    /// <summary>The number of handlers that run longer than expected.</summary>
    public int LongRunning => _watch.LongRunning;

    public void Dispose() => _watch.Dispose();

    public async Task<TaskOutcome> RunAsync(TaskRun run)
    {
        var task = run.Task.Fetched;
        _watch.Begin(run);
        reporter.TaskStarted(task);
        run.Activity = reporter.StartActivity(task, traceVariable);
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
        catch (OperationCanceledException) when (run is { IsOver: true, Reason: CancelReason.None })
        {
            run.Failure = new TimeoutException($"The handler was canceled, because it ran longer than MaxDuration ({run.Task.Subscription.MaxDuration:c}).");
            outcome = failures.ToOutcome(run.Failure);
        }
        catch (Exception exception)
        {
            run.Failure = exception is BpmnErrorException ? null : exception;
            outcome = failures.ToOutcome(exception);
        }

        _watch.End(run);
        reporter.EndActivity(run.Activity, outcome, run.Failure);
        reporter.HandlerEnded(task, run.Elapsed, outcome, run.Failure);
        return outcome;
    }
}
