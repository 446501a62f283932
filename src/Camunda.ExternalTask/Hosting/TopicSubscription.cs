namespace Camunda.ExternalTask;

/// <summary>A topic that was opened at run time, with slots and polls of its own.</summary>
public sealed class TopicSubscription : IAsyncDisposable
{
    private readonly Lock _sync = new();
    private readonly WorkerShell _shell;
    private readonly WorkerReporter _reporter;
    private readonly Action<TopicSubscription> _closed;
    private Task? _closing;
    private bool _isOpen;

    internal TopicSubscription(string topic, WorkerShell shell, WorkerReporter reporter, Action<TopicSubscription> closed)
    {
        Topic = topic;
        _shell = shell;
        _reporter = reporter;
        _closed = closed;
    }

    /// <summary>The topic.</summary>
    public string Topic { get; }

    /// <summary>
    /// Closes the topic: no new task is started, running handlers get the worker's shutdown grace, and when the returned task has ended none
    /// runs any more. Closing twice is closing once.
    /// </summary>
    /// <param name="cancellationToken">Ends the grace.</param>
    public Task CloseAsync(CancellationToken cancellationToken = default) => CloseAsync(keepHunting: true, cancellationToken);

    internal WorkerShell Shell => _shell;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(CloseAsync());

    /// <summary>Closes the topic because the worker stops, or (<paramref name="keepHunting"/>) while it lives on.</summary>
    internal Task CloseAsync(bool keepHunting, CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            return _closing ??= CloseOnceAsync(keepHunting, cancellationToken);
        }
    }

    internal void Open()
    {
        lock (_sync)
        {
            if (_isOpen || _closing is not null)
            {
                return;
            }

            _isOpen = true;
            _reporter.TopicChanged(WorkerEventKind.Subscribed, Topic);
            _shell.Start();
        }
    }

    private async Task CloseOnceAsync(bool keepHunting, CancellationToken cancellationToken)
    {
        if (_isOpen)
        {
            await _shell.StopAsync(keepHunting, cancellationToken).ConfigureAwait(false);
            _reporter.TopicChanged(WorkerEventKind.Unsubscribed, Topic);
        }

        _closed(this);
    }
}
