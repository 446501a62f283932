using System.Diagnostics;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>Reports events to the log, the instruments and the observers.</summary>
internal sealed class WorkerReporter(string workerId, EventLog log, WorkerMetrics metrics, WorkerObservers observers)
{
    private long _telemetryFailures;

    public void Report(in WorkerEvent occurrence)
    {
        var row = EventTable.Of(occurrence.Kind);
        if (row.Metric is { } metric)
        {
            Measure(metric, occurrence);
        }

        var reported = occurrence with { WorkerId = workerId };
        log.Write(row, reported);
        if (observers.Any && row.IsObserved)
        {
            observers.Notify(reported);
        }
    }

    public void Report(in Occurrence occurrence)
    {
        if (Wants(occurrence.Kind))
        {
            Report(WorkerEvents.Of(occurrence));
        }
    }

    public void PollStarted(WorkerPoll poll)
    {
        if (Wants(WorkerEventKind.PollStarted))
        {
            Report(WorkerEvents.PollStarted(poll));
        }
    }

    public void TaskStarted(FetchedTask task)
    {
        if (Wants(WorkerEventKind.TaskStarted))
        {
            Report(WorkerEvents.TaskStarted(task));
        }
    }

    public void HandlerEnded(FetchedTask task, TimeSpan elapsed, in TaskOutcome outcome, Exception? failure)
    {
        if (Wants(failure is null ? WorkerEventKind.HandlerSucceeded : WorkerEventKind.HandlerFailed))
        {
            Report(WorkerEvents.HandlerEnded(task, elapsed, outcome, failure));
        }
    }

    public void InternalError(Exception exception) => Report(new WorkerEvent(WorkerEventKind.InternalError) { Error = exception });

    /// <summary>Begins a log scope for a handler; null if the log writes nothing.</summary>
    public IDisposable? BeginTask(FetchedTask task) => log.BeginTask(task);

    public Activity? StartActivity(FetchedTask task)
    {
        try
        {
            return WorkerTracing.StartProcess(task);
        }
        catch (Exception exception)
        {
            TelemetryFailed(exception);
            return null;
        }
    }

    public void EndActivity(Activity? activity, in TaskOutcome outcome, Exception? failure)
    {
        try
        {
            WorkerTracing.EndProcess(activity, outcome, failure);
        }
        catch (Exception exception)
        {
            TelemetryFailed(exception);
        }
    }

    /// <summary>Whether anything listens. Making an event for nothing would cost each task time.</summary>
    private bool Wants(WorkerEventKind kind)
    {
        var row = EventTable.Of(kind);
        return observers.Any || (row.Metric is { } metric && metrics.IsEnabled(metric.Instrument)) || log.IsEnabled(row);
    }

    /// <summary>Records a measurement. Listeners of the instruments are user code and run on the worker's threads.</summary>
    private void Measure(EventMetric metric, in WorkerEvent occurrence)
    {
        try
        {
            metrics.Record(metric, occurrence);
        }
        catch (Exception exception)
        {
            TelemetryFailed(exception);
        }
    }

    private void TelemetryFailed(Exception exception)
    {
        if (FailureThrottle.Count(ref _telemetryFailures, out var failures))
        {
            Report(new WorkerEvent(WorkerEventKind.TelemetryFailed) { Error = exception, Count = (int)failures });
        }
    }
}
