using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Worker.Shell;

namespace Camunda.ExternalTask;

/// <summary>A topic that was opened at run time, with slots and polls of its own. It is polled while the worker is active, also after a restart, until it is closed.</summary>
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
    /// <param name="sync">The worker's own lock, so that opening and closing meet its starts and stops in one order.</param>
    /// <param name="createShell">Makes what polls; a stopped one does not start again.</param>
    /// <param name="reporter">Is told that the topic is served, and no longer.</param>
    /// <param name="closed">Is told that the topic has been closed for good.</param>
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

    /// <summary>Whether it belongs to a handler the worker was made with.</summary>
    internal bool IsRegistered { get; init; }

    /// <summary>
    /// Closes the topic: no new task is started, running handlers get the worker's shutdown grace, and when the returned task has ended none
    /// runs any more. Closing twice is closing once.
    /// </summary>
    /// <param name="cancellationToken">Ends the grace.</param>
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

    /// <summary>Polls: the worker is active.</summary>
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

    /// <summary>The worker stops, and what polls with it; when it starts again the topic is polled anew.</summary>
    /// <returns>Whether it was polled.</returns>
    internal bool Pause()
    {
        var wasPolled = _isPolled;
        _isPolled = false;
        return wasPolled;
    }
}
