using System.Diagnostics;
using System.Diagnostics.Metrics;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>
/// The worker's instruments. Names follow the messaging conventions of OpenTelemetry where they have one; what they lack is called
/// <c>camunda.worker.*</c>. No tag holds an id or a value of a variable.
/// </summary>
internal sealed class WorkerMetrics : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Camunda.ExternalTask";

    private const string Topic = "messaging.destination.name";

    private readonly Meter _meter;
    private readonly Counter<long> _fetched;
    private readonly Counter<long> _outcomes;
    private readonly Histogram<double> _handlerDuration;
    private readonly Histogram<double> _pollDuration;
    private readonly Counter<long> _lockCalls;
    private readonly Counter<long> _settleRetries;
    private readonly Counter<long> _reclaimed;
    private readonly UpDownCounter<long> _running;

    public WorkerMetrics(IMeterFactory factory)
    {
        _meter = factory.Create(Name);
        _fetched = _meter.CreateCounter<long>("messaging.client.consumed.messages", "{message}", "Tasks fetched.");
        _outcomes = _meter.CreateCounter<long>("camunda.worker.task.outcomes", "{task}", "Tasks by what became of them.");
        _handlerDuration = _meter.CreateHistogram<double>("messaging.process.duration", "s", "How long handlers ran.");
        _pollDuration = _meter.CreateHistogram<double>("camunda.worker.poll.duration", "s", "How long polls took, the engine's waiting included.");
        _lockCalls = _meter.CreateCounter<long>("camunda.worker.lock.extensions", "{call}", "Extensions of locks by their result.");
        _settleRetries = _meter.CreateCounter<long>("camunda.worker.settle.retries", "{try}", "Results that were sent again.");
        _reclaimed = _meter.CreateCounter<long>("camunda.worker.reclaimed", "{task}", "Tasks that were locked for nobody and are unlocked.");
        _running = _meter.CreateUpDownCounter<long>("camunda.worker.slots.used", "{slot}", "Handlers that run.");
    }

    public void HandlerStarted(string topic) => _running.Add(1, new KeyValuePair<string, object?>(Topic, topic));

    public void HandlerEnded(string topic, TimeSpan elapsed, Exception? failure)
    {
        _running.Add(-1, new KeyValuePair<string, object?>(Topic, topic));
        if (_handlerDuration.Enabled)
        {
            var tags = new TagList { { Topic, topic } };
            if (failure is not null)
            {
                tags.Add("error.type", failure.GetType().FullName);
            }

            _handlerDuration.Record(elapsed.TotalSeconds, tags);
        }
    }

    public void PollEnded(TimeSpan elapsed, PollAnswer answer)
    {
        var result = answer.Error is not null ? "error" : answer.Tasks.Count > 0 ? "tasks" : "empty";
        _pollDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("result", result));
        foreach (var task in answer.Tasks)
        {
            _fetched.Add(1, new KeyValuePair<string, object?>(Topic, task.TopicName));
        }
    }

    public void Report(in WorkerAction action)
    {
        if (action.Note == WorkerNote.OrphansReclaimed)
        {
            _reclaimed.Add(action.Count);
        }
        else if (action.Task is { } task)
        {
            ReportTask(action.Note, task.Fetched.TopicName);
        }
    }

    public void Dispose() => _meter.Dispose();

    private void ReportTask(WorkerNote note, string topic)
    {
        if (OutcomeOf(note) is { } outcome)
        {
            _outcomes.Add(1, new(Topic, topic), new("outcome", outcome));
        }
        else if (LockResultOf(note) is { } result)
        {
            _lockCalls.Add(1, new(Topic, topic), new("result", result));
        }
        else if (note == WorkerNote.SettleRetry)
        {
            _settleRetries.Add(1, new KeyValuePair<string, object?>(Topic, topic));
        }
    }

    private static string? OutcomeOf(WorkerNote note) => note switch
    {
        WorkerNote.TaskCompleted => "completed",
        WorkerNote.TaskFailed => "failed",
        WorkerNote.TaskIncident => "incident",
        WorkerNote.BpmnErrorReported => "bpmn_error",
        WorkerNote.TaskReleased => "unlocked",
        WorkerNote.TaskDetached => "detached",
        WorkerNote.TaskGone => "gone",
        WorkerNote.LockLost => "lock_lost",
        WorkerNote.SettleAssumedDone => "done_assumed",
        WorkerNote.SettleAbandoned => "abandoned",
        _ => null,
    };

    private static string? LockResultOf(WorkerNote note) => note switch
    {
        WorkerNote.LockExtended => "ok",
        WorkerNote.LockReacquired => "reacquired",
        WorkerNote.LockCallFailed => "error",
        _ => null,
    };
}
