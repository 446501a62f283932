using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>A logger that never throws. The framework's logger rethrows exceptions of its sinks, so a full disk could lose tasks.</summary>
internal sealed class GuardedLogger(ILogger logger) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        try
        {
            return logger.BeginScope(state) is { } scope ? new GuardedScope(scope) : null;
        }
        catch (Exception)
        {
            return null;
        }
    }

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return logger.IsEnabled(logLevel);
        }
        catch (Exception)
        {
            return false;
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception failure) when (exception is not null)
        {
            LogWithoutException(logLevel, eventId, state, exception, formatter, failure);
        }
        catch (Exception)
        {
            // The logger itself fails, so there is nowhere to report it.
        }
    }

    /// <summary>An exception of user code may throw from its <c>ToString</c> or <c>Message</c>. The entry then contains the type of the exception instead.</summary>
    private void LogWithoutException<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception exception, Func<TState, Exception?, string> formatter, Exception failure)
    {
        try
        {
            var text = $"{formatter(state, null)} ({exception.GetType()}; writing it threw {failure.GetType()})";
            logger.Log(logLevel, eventId, text, null, static (message, _) => message);
        }
        catch (Exception)
        {
            // As above.
        }
    }

    private sealed class GuardedScope(IDisposable scope) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                scope.Dispose();
            }
            catch (Exception)
            {
                // As above.
            }
        }
    }
}
