namespace Camunda.ExternalTask;

/// <summary>What a handler may know and do about the task it works on.</summary>
public sealed class ExternalTaskContext
{
    private readonly Func<TimeSpan, CancellationToken, Task>? _extendLock;

    /// <summary>A context, for example in a test of a handler.</summary>
    /// <param name="task">The task.</param>
    /// <param name="extendLock">Extends the lock by calling the engine; null: extending does nothing.</param>
    /// <param name="lockLost">Cancelled when the lock is lost.</param>
    public ExternalTaskContext(FetchedTask task, Func<TimeSpan, CancellationToken, Task>? extendLock = null, CancellationToken lockLost = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        Task = task;
        LockLost = lockLost;
        _extendLock = extendLock;
    }

    /// <summary>The task: its facts and its variables.</summary>
    public FetchedTask Task { get; }

    /// <summary>The task's id.</summary>
    public string TaskId => Task.TaskId;

    /// <summary>The topic.</summary>
    public string TopicName => Task.TopicName;

    /// <summary>The id of the process instance.</summary>
    public string ProcessInstanceId => Task.ProcessInstanceId;

    /// <summary>The business key of the process instance, or null.</summary>
    public string? BusinessKey => Task.BusinessKey;

    /// <summary>Untyped access to the fetched variables.</summary>
    public TaskVariables Variables => Task.Variables;

    /// <summary>Cancelled when another worker has taken the task or the task is gone: whatever the handler returns will be dropped.</summary>
    public CancellationToken LockLost { get; }

    /// <summary>
    /// Extends the lock to end the given time from now. The worker does so by itself at half time; this is for a handler that wants another
    /// length, for example before work that cannot be interrupted.
    /// </summary>
    /// <param name="duration">How long from now, positive.</param>
    /// <param name="cancellationToken">Gives up waiting for the engine's answer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is not positive.</exception>
    /// <exception cref="EngineException">The engine refused; the lock may be lost.</exception>
    public Task ExtendLockAsync(TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return _extendLock?.Invoke(duration, cancellationToken) ?? System.Threading.Tasks.Task.CompletedTask;
    }
}
