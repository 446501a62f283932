using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.OAuth.Tests;

/// <summary>Everything that is logged, at every level.</summary>
internal sealed class Lines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        All.Enqueue(state.ToString()!);
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        All.Enqueue($"{eventId.Name}: {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
