using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>
/// The worker's instruments. Names follow the messaging conventions of OpenTelemetry; instruments without a counterpart there begin with <c>camunda.worker</c>.
/// No tag contains an id or the value of a variable.
/// </summary>
internal sealed class WorkerMetrics : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Camunda.ExternalTask";

    private const string Topic = "messaging.destination.name";

    /// <summary>The buckets that the messaging conventions advise for durations in seconds, continued up to an hour: a handler may wait for other systems.</summary>
    private static readonly InstrumentAdvice<double> HandlerBuckets = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 300, 600, 1800, 3600],
    };

    /// <summary>The same buckets up to the longest poll.</summary>
    private static readonly InstrumentAdvice<double> PollBuckets = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 30, 60, 300, 1800],
    };

    private readonly Meter _meter;
    private readonly Counter<long> _fetched;
    private readonly Counter<long> _outcomes;
    private readonly Histogram<double> _handlerDuration;
    private readonly Histogram<double> _pollDuration;
    private readonly Counter<long> _lockCalls;
    private readonly Counter<long> _resultRetries;
    private readonly Counter<long> _orphans;
    private readonly UpDownCounter<long> _running;
    private readonly Counter<long> _longHandlers;

    public WorkerMetrics(IMeterFactory factory)
    {
        _meter = factory.Create(Name);
        _fetched = _meter.CreateCounter<long>("messaging.client.consumed.messages", "{message}", "Tasks whose handler was started.");
        _outcomes = _meter.CreateCounter<long>("camunda.worker.task.outcomes", "{task}", "Tasks by outcome.");
        _handlerDuration = _meter.CreateHistogram("messaging.process.duration", "s", "Duration of handlers.", advice: HandlerBuckets);
        _pollDuration = _meter.CreateHistogram(
            "camunda.worker.poll.duration", "s", "Duration of polls, including the time for which the engine holds them.", advice: PollBuckets);
        _lockCalls = _meter.CreateCounter<long>("camunda.worker.lock.extensions", "{call}", "Calls that extend or reacquire locks, by result.");
        _resultRetries = _meter.CreateCounter<long>("camunda.worker.result.retries", "{attempt}", "Results that were sent again.");
        _orphans = _meter.CreateCounter<long>("camunda.worker.orphans.released", "{task}", "Tasks released that no worker had received.");
        _running = _meter.CreateUpDownCounter<long>("camunda.worker.slots.used", "{slot}", "Handlers that are running.");
        _longHandlers = _meter.CreateCounter<long>("camunda.worker.handlers.long_running", "{handler}", "Handlers that ran longer than LongRunningAfter.");
    }

    /// <summary>Whether anything listens to an instrument.</summary>
    public bool IsEnabled(EventInstrument instrument) => instrument switch
    {
        EventInstrument.Polls => _pollDuration.Enabled,
        EventInstrument.HandlerStarts => _fetched.Enabled || _running.Enabled,
        EventInstrument.HandlerEnds => _handlerDuration.Enabled || _running.Enabled,
        EventInstrument.LongHandlers => _longHandlers.Enabled,
        EventInstrument.Outcomes => _outcomes.Enabled,
        EventInstrument.LockCalls => _lockCalls.Enabled,
        EventInstrument.ResultRetries => _resultRetries.Enabled,
        _ => _orphans.Enabled,
    };

    public void Record(EventMetric metric, in WorkerEvent occurrence)
    {
        switch (metric.Instrument)
        {
            case EventInstrument.Polls:
                var result = metric.Tag ?? (occurrence.Count > 0 ? "tasks" : "empty");
                _pollDuration.Record(occurrence.Duration.TotalSeconds, new KeyValuePair<string, object?>("result", result));
                break;
            case EventInstrument.HandlerStarts:
                _fetched.Add(1, new KeyValuePair<string, object?>(Topic, occurrence.Topic));
                _running.Add(1, new KeyValuePair<string, object?>(Topic, occurrence.Topic));
                break;
            case EventInstrument.HandlerEnds:
                _running.Add(-1, new KeyValuePair<string, object?>(Topic, occurrence.Topic));
                RecordHandler(occurrence);
                break;
            case EventInstrument.LongHandlers:
                _longHandlers.Add(1, new KeyValuePair<string, object?>(Topic, occurrence.Topic));
                break;
            case EventInstrument.Outcomes:
                _outcomes.Add(1, new(Topic, occurrence.Topic), new("outcome", metric.Tag));
                break;
            case EventInstrument.LockCalls:
                _lockCalls.Add(1, new(Topic, occurrence.Topic), new("result", metric.Tag));
                break;
            case EventInstrument.ResultRetries:
                _resultRetries.Add(1, new KeyValuePair<string, object?>(Topic, occurrence.Topic));
                break;
            case EventInstrument.Orphans:
                _orphans.Add(1);
                break;
        }
    }

    public void Dispose() => _meter.Dispose();

    private void RecordHandler(in WorkerEvent occurrence)
    {
        if (_handlerDuration.Enabled)
        {
            var tags = new TagList { { Topic, occurrence.Topic } };
            if (occurrence.Error is { } failure)
            {
                tags.Add("error.type", failure.GetType().FullName);
            }

            _handlerDuration.Record(occurrence.Duration.TotalSeconds, tags);
        }
    }
}
