using System.Collections.Concurrent;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>Counts the tasks between two summaries, and knows the topics that have had a task. Without tasks it starts no timer.</summary>
internal sealed class WorkDigest : IDisposable
{
    private const int Kinds = 5;

    private readonly ConcurrentDictionary<string, bool> _topics = new(StringComparer.Ordinal);
    private readonly long[] _counts = new long[Kinds];
    private readonly Action<TaskSummary> _report;
    private readonly ITimer _timer;
    private int _isArmed;

    /// <param name="time">Measures the interval.</param>
    /// <param name="interval">The time between two summaries; zero for none.</param>
    /// <param name="report">Receives the summaries.</param>
    public WorkDigest(TimeProvider time, TimeSpan interval, Action<TaskSummary> report)
    {
        Interval = interval;
        _report = report;
        _timer = time.CreateTimer(static digest => ((WorkDigest)digest!).Flush(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The time between two summaries; zero for none. A change takes effect with the next interval.</summary>
    public TimeSpan Interval { get; set; }

    /// <summary>Whether no task of the topic has been started so far.</summary>
    public bool IsFirst(string topic) => !_topics.ContainsKey(topic) && _topics.TryAdd(topic, true);

    /// <summary>Counts an event if it ends a task.</summary>
    public void Count(WorkerEventKind kind)
    {
        var index = kind switch
        {
            WorkerEventKind.TaskCompleted => 0,
            WorkerEventKind.TaskFailed => 1,
            WorkerEventKind.IncidentCreated => 2,
            WorkerEventKind.BpmnErrorReported or WorkerEventKind.FailureCaught => 3,
            _ when EventTable.Of(kind).Metric is { Instrument: EventInstrument.Outcomes } => 4,
            _ => -1,
        };
        if (index < 0)
        {
            return;
        }

        Interlocked.Increment(ref _counts[index]);
        if (Volatile.Read(ref _isArmed) == 0 && Interval > TimeSpan.Zero && Interlocked.Exchange(ref _isArmed, 1) == 0)
        {
            _timer.Change(Interval, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Reports what was counted, if anything.</summary>
    public void Flush()
    {
        Volatile.Write(ref _isArmed, 0);
        var summary = new TaskSummary(Take(0), Take(1), Take(2), Take(3), Take(4));
        if (Interval > TimeSpan.Zero && summary != new TaskSummary(0, 0, 0, 0, 0))
        {
            _report(summary);
        }
    }

    public void Dispose() => _timer.Dispose();

    private long Take(int index) => Interlocked.Exchange(ref _counts[index], 0);
}
