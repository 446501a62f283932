using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>A log whose disk is full.</summary>
public sealed class ThrowingLog : ILoggerProvider, ILogger
{
    public bool IsBroken { get; set; }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsBroken)
        {
            throw new IOException("No space left on device");
        }
    }

    public void Dispose()
    {
    }
}
