using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>One run of a handler: its token, its lock, and how it went.</summary>
internal sealed class TaskRun(WorkerTask task, HandlerInvoker handler, WorkerShell shell) : ITaskConnection, IThreadPoolWorkItem
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Lock _sync = new();
    private CancellationTokenSource? _lost;
    private SemaphoreSlim? _lockCalls;
    private CancelReason _reason;

    public WorkerTask Task { get; } = task;

    public HandlerInvoker Handler { get; } = handler;

    public TimeSpan Elapsed { get; set; }

    /// <summary>What the handler threw, for the log.</summary>
    public Exception? Failure { get; set; }

    public CancellationToken CancellationToken => _cancellation.Token;

    public CancelReason Reason => _reason;

    /// <summary>Most handlers never ask for it, so it is made when they do.</summary>
    public CancellationToken Lost
    {
        get
        {
            lock (_sync)
            {
                _lost ??= new CancellationTokenSource();
                if (_reason is CancelReason.LockLost or CancelReason.Gone)
                {
                    _lost.Cancel();
                }

                return _lost.Token;
            }
        }
    }

    public void Execute() => _ = shell.RunHandlerAsync(this);

    /// <summary>Cancels the handler's tokens.</summary>
    /// <returns>What the handler's callbacks threw, or null.</returns>
    public Exception? Cancel(CancelReason reason)
    {
        lock (_sync)
        {
            _reason = reason;
        }

        var lost = reason is CancelReason.LockLost or CancelReason.Gone ? _lost?.TryCancel() : null;
        return _cancellation.TryCancel() ?? lost;
    }

    public Task ExtendAsync(TimeSpan duration, CancellationToken cancellationToken) => shell.ExtendLockAsync(this, duration, cancellationToken);

    public Task SetVariablesAsync(bool isLocal, IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken) =>
        shell.SetVariablesAsync(Task, isLocal, variables, cancellationToken);

    /// <summary>Waits until no other call changes the lock; disposing lets the next one go. Most tasks end before their first, so it is made when it is asked for.</summary>
    public async Task<IDisposable> TakeLockCallAsync(CancellationToken cancellationToken)
    {
        SemaphoreSlim calls;
        lock (_sync)
        {
            calls = _lockCalls ??= new SemaphoreSlim(1);
        }

        await calls.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(calls);
    }

    private sealed class Turn(SemaphoreSlim calls) : IDisposable
    {
        public void Dispose() => calls.Release();
    }
}
