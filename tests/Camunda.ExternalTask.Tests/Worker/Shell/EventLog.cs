using System.Collections.Concurrent;
using Camunda.ExternalTask.Tests.Security;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

/// <summary>Collects log events and lets a test wait for one.</summary>
internal sealed class EventLog : ILoggerProvider, ILogger
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _sync = new();
    private readonly List<Entry> _entries = [];
    private readonly List<(string Event, int Count, TaskCompletionSource Seen)> _waiting = [];

    public ConcurrentQueue<string> Scopes { get; } = new();

    public IReadOnlyList<Entry> Entries
    {
        get
        {
            lock (_sync)
            {
                return [.. _entries];
            }
        }
    }

    public int CountOf(string eventName) => Entries.Count(entry => entry.Event == eventName);

    /// <summary>Waits until an event has been logged so many times.</summary>
    public async Task SeeAsync(string eventName, int count = 1)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_sync)
        {
            if (_entries.Count(entry => entry.Event == eventName) >= count)
            {
                return;
            }

            _waiting.Add((eventName, count, seen));
        }

        try
        {
            await seen.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"'{eventName}' was not logged {count} times. The log:\n{string.Join('\n', Entries)}");
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Scopes.Enqueue(state.ToString()!);
        CheckForSecrets("scope", state, null);
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        CheckForSecrets(eventId.Name ?? "log", state, exception);
        lock (_sync)
        {
            _entries.Add(new(eventId.Name ?? "", logLevel, formatter(state, exception), exception));
            foreach (var (name, count, seen) in _waiting)
            {
                if (_entries.Count(entry => entry.Event == name) >= count)
                {
                    seen.TrySetResult();
                }
            }
        }
    }

    public void Dispose()
    {
    }

    private static void CheckForSecrets<TState>(string sink, TState state, Exception? exception)
    {
        CanaryWatch.Check(sink, state?.ToString());
        foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            CanaryWatch.Check($"{sink} {name}", value?.ToString());
        }

        try
        {
            CanaryWatch.Check(sink, exception?.ToString());
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The text of a user's exception can throw.
        }
    }

    internal sealed record Entry(string Event, LogLevel Level, string Message, Exception? Exception);
}
