using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace LoanApproval.Running;

/// <summary>Listens to the worker's meter, as a monitoring system would, to count settled tasks and measure handlers.</summary>
internal sealed class HandlerWatch : IDisposable
{
    private const string Meter = "Camunda.ExternalTask";
    private const string TopicTag = "messaging.destination.name";

    private readonly ConcurrentDictionary<string, HandlerTimes> _times = [];
    private readonly MeterListener _listener = new();
    private long _settled;

    public HandlerWatch()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Meter && instrument.Name is "messaging.process.duration" or "camunda.worker.task.outcomes")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => TimesOf(tags).Add(TimeSpan.FromSeconds(seconds)));
        _listener.SetMeasurementEventCallback<long>((_, tasks, _, _) => Interlocked.Add(ref _settled, tasks));
        _listener.Start();
    }

    /// <summary>The number of tasks whose outcome the engine has received: completed, BPMN error or failure.</summary>
    public long Settled => _settled;

    /// <summary>The handler with the longest mean duration, or null before the first task.</summary>
    public (string Topic, HandlerTimes Times)? Slowest =>
        _times.IsEmpty ? null : _times.Select(pair => (pair.Key, pair.Value)).MaxBy(pair => pair.Value.Mean);

    public void Dispose() => _listener.Dispose();

    private HandlerTimes TimesOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
        {
            if (tag is { Key: TopicTag, Value: string topic })
            {
                return _times.GetOrAdd(topic, _ => new());
            }
        }

        return _times.GetOrAdd("(no topic)", _ => new());
    }
}
