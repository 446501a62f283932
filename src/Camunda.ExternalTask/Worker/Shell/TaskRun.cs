using System.Diagnostics;
using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>One run of a handler: its tokens, its lock, its duration and its failure.</summary>
internal sealed class TaskRun(WorkerTask task, HandlerInvoker handler, WorkerShell shell) : IHandlerRun, IRunningTask, IThreadPoolWorkItem
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Lock _sync = new();
    private CancellationTokenSource? _lost;
    private SemaphoreSlim? _lockCalls;
    private CancelReason _reason;

    public WorkerTask Task { get; } = task;

    public HandlerInvoker Handler { get; } = handler;

    public TimeSpan Elapsed { get; set; }

    /// <summary>The activity of the task, or null. It is stopped when the result has been sent.</summary>
    public Activity? Activity { get; set; }

    /// <inheritdoc/>
    public string? TraceParent => Activity is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;

    /// <summary>When the handler was called, on the clock of the <see cref="RunWatch"/>.</summary>
    public TimeSpan StartedAt { get; set; }

    /// <summary>Whether the handler has been reported as running for long.</summary>
    public bool IsLong { get; set; }

    /// <summary>Whether the handler runs longer than allowed.</summary>
    public bool IsOver { get; set; }

    /// <summary>The length at which the run must be looked at next, or null.</summary>
    public TimeSpan? NextLimit => (IsLong ? TimeSpan.Zero : Task.Subscription.LongRunningAfter, IsOver ? null : Task.Subscription.MaxDuration) switch
    {
        ({ Ticks: > 0 } report, { } max) => report < max ? report : max,
        ({ Ticks: > 0 } report, null) => report,
        (_, var max) => max,
    };

    /// <inheritdoc/>
    public Exception? Failure { get; set; }

    public CancellationToken CancellationToken => _cancellation.Token;

    public CancelReason Reason => _reason;

    /// <summary>Canceled when the task is lost. Created on demand, because most handlers never ask for it.</summary>
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

    public bool IsLongAfter(TimeSpan elapsed) => !IsLong && Task.Subscription.LongRunningAfter is { Ticks: > 0 } limit && elapsed >= limit;

    public bool IsOverAfter(TimeSpan elapsed) => !IsOver && elapsed >= Task.Subscription.MaxDuration;

    /// <summary>Cancels a handler that runs longer than allowed. The task stays the worker's, so its result still counts.</summary>
    /// <returns>What the handler's cancellation callbacks threw, or null.</returns>
    public Exception? CancelOverdue() => _cancellation.TryCancel();

    public void Execute() => _ = shell.RunHandlerAsync(this);

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    /// <remarks>The semaphore is created on demand, because most tasks end before their first lock call.</remarks>
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
