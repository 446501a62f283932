using System.Diagnostics;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>Reports events to the log, the instruments and the _observers.</summary>
internal sealed class WorkerReporter : IDisposable
{
    private readonly string _workerId;
    private readonly EventLog _log;
    private readonly WorkerMetrics _metrics;
    private readonly WorkerObservers _observers;
    private long _telemetryFailures;

    public WorkerReporter(string workerId, EventLog log, WorkerMetrics metrics, WorkerObservers observers, TimeProvider time, TimeSpan summaryInterval)
    {
        _workerId = workerId;
        _log = log;
        _metrics = metrics;
        _observers = observers;
        Digest = new(time, summaryInterval, summary => Report(new WorkerEvent(WorkerEventKind.WorkSummary) { Summary = summary }));
    }

    /// <summary>The tasks since the last summary.</summary>
    public WorkDigest Digest { get; }

    public void Report(in WorkerEvent occurrence)
    {
        var row = EventTable.Of(occurrence.Kind);
        if (row.Metric is { } metric)
        {
            Measure(metric, occurrence);
        }

        var reported = occurrence with { WorkerId = _workerId };
        _log.Write(row, reported);
        if (_observers.Any && row.IsObserved)
        {
            _observers.Notify(reported);
        }
    }

    public void Report(in Occurrence occurrence)
    {
        Digest.Count(occurrence.Kind);
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
        if (Digest.IsFirst(task.TopicName))
        {
            Report(WorkerEvents.FirstTaskStarted(task));
        }

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

    public void HandlerRunsLong(FetchedTask task, TimeSpan elapsed) => Report(WorkerEvents.HandlerRunsLong(task, elapsed));

    public void Dispose() => Digest.Dispose();

    public void InternalError(Exception exception) => Report(new WorkerEvent(WorkerEventKind.InternalError) { Error = exception });

    /// <summary>Begins a log scope for a handler; null if the log writes nothing.</summary>
    public IDisposable? BeginTask(FetchedTask task) => _log.BeginTask(task);

    public Activity? StartActivity(FetchedTask task, string? traceVariable)
    {
        try
        {
            return WorkerTracing.StartProcess(task, traceVariable);
        }
        catch (Exception exception)
        {
            TelemetryFailed(exception);
            return null;
        }
    }

    /// <summary>Enters the trace of a task to send a call.</summary>
    /// <returns>What to stop after the call, or null.</returns>
    public Activity? EnterTrace(Activity? process)
    {
        try
        {
            return WorkerTracing.Enter(process);
        }
        catch (Exception exception)
        {
            TelemetryFailed(exception);
            return null;
        }
    }

    /// <summary>Stops an activity, which hands it to the listeners. A second stop does nothing.</summary>
    public void StopActivity(Activity? activity)
    {
        try
        {
            activity?.Stop();
        }
        catch (Exception exception)
        {
            TelemetryFailed(exception);
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
        return _observers.Any || (row.Metric is { } metric && _metrics.IsEnabled(metric.Instrument)) || _log.IsEnabled(row);
    }

    /// <summary>Records a measurement. Listeners of the instruments are user code and run on the worker's threads.</summary>
    private void Measure(EventMetric metric, in WorkerEvent occurrence)
    {
        try
        {
            _metrics.Record(metric, occurrence);
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
