using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LoanApproval.Running;

/// <summary>Listens to the worker's log for how long handlers take: every completed task is an event with topic and time.</summary>
internal sealed class HandlerWatch : ILoggerProvider, ILogger
{
    private readonly ConcurrentDictionary<string, HandlerTimes> _times = [];

    public long Completed => _times.Values.Sum(times => times.Count);

    /// <summary>The handler with the longest mean time, or null before the first task.</summary>
    public (string Topic, HandlerTimes Times)? Slowest =>
        _times.IsEmpty ? null : _times.Select(pair => (pair.Key, pair.Value)).MaxBy(pair => pair.Value.Mean);

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Debug;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name == "TaskCompleted" && state is IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            var topic = (string)values.First(value => value.Key == "Topic").Value!;
            _times.GetOrAdd(topic, _ => new()).Add((TimeSpan)values.First(value => value.Key == "Elapsed").Value!);
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
    }
}
