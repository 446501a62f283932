using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Worker.Shell;

namespace Camunda.ExternalTask;

/// <summary>
/// A topic that was opened at run time, with separate slots and polls. The worker polls it while active, also after a restart, until the
/// topic is closed.
/// </summary>
public sealed class TopicSubscription : IAsyncDisposable, IDisposable
{
    private readonly Lock _sync;
    private readonly Func<WorkerShell> _createShell;
    private readonly WorkerReporter _reporter;
    private readonly Action<TopicSubscription> _closed;
    private WorkerShell? _shell;
    private bool _isPolled;
    private bool _isClosed;

    /// <param name="topic">The topic.</param>
    /// <param name="sync">
    /// The worker's lock, which orders the opening and closing of topics with the starts and stops of the worker.
    /// </param>
    /// <param name="createShell">Creates the shell that polls. A stopped shell cannot start again.</param>
    /// <param name="reporter">Reports that the topic is served, and that it no longer is.</param>
    /// <param name="closed">Is called when the topic is closed permanently.</param>
    internal TopicSubscription(string topic, Lock sync, Func<WorkerShell> createShell, WorkerReporter reporter, Action<TopicSubscription> closed)
    {
        Topic = topic;
        _sync = sync;
        _createShell = createShell;
        _reporter = reporter;
        _closed = closed;
    }

    /// <summary>The topic.</summary>
    public string Topic { get; }

    /// <summary>Whether the topic belongs to a handler that was registered with the worker.</summary>
    internal bool IsRegistered { get; init; }

    /// <summary>
    /// Closes the topic. The worker starts no new task and gives running handlers its shutdown grace period. When the returned task has
    /// completed, no handler of the topic runs. A second call has no further effect.
    /// </summary>
    /// <param name="cancellationToken">Ends the grace period.</param>
    public async Task CloseAsync(CancellationToken cancellationToken = default)
    {
        WorkerShell? shell;
        bool wasPolled;
        lock (_sync)
        {
            wasPolled = Pause();
            _isClosed = true;
            shell = _shell;
            _closed(this);
        }

        if (shell is not null)
        {
            await shell.StopAsync(keepSweeping: true, cancellationToken).ConfigureAwait(false);
        }

        if (wasPolled)
        {
            _reporter.Report(new WorkerEvent(WorkerEventKind.Unsubscribed) { Topic = Topic });
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(CloseAsync());

    /// <summary>Closes the topic and blocks until it is closed, for containers that are disposed synchronously. Prefer <see cref="DisposeAsync"/>.</summary>
    public void Dispose() => this.DisposeAndWait();

    /// <summary>Starts to poll, because the worker is active.</summary>
    internal void Open()
    {
        if (_isPolled || _isClosed)
        {
            return;
        }

        _isPolled = true;
        _shell = _createShell();
        _reporter.Report(new WorkerEvent(WorkerEventKind.Subscribed) { Topic = Topic });
        _shell.Start();
    }

    /// <summary>
    /// Notes that the worker stops and the topic's polls with it. The topic is polled again when the worker starts again.
    /// </summary>
    /// <returns>Whether the topic was polled.</returns>
    internal bool Pause()
    {
        var wasPolled = _isPolled;
        _isPolled = false;
        return wasPolled;
    }
}
