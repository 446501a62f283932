namespace Camunda.ExternalTask;

/// <summary>What a handler may know and do about the task it works on.</summary>
public sealed class ExternalTaskContext
{
    private readonly ITaskLock? _lock;

    /// <summary>A context without an engine, for tests of a handler: extending the lock does nothing, and it is never lost.</summary>
    /// <param name="task">The task.</param>
    public ExternalTaskContext(FetchedTask task)
        : this(task, taskLock: null)
    {
    }

    /// <summary>A context without an engine, for tests of middleware.</summary>
    /// <param name="task">The task.</param>
    /// <param name="services">The services of the task.</param>
    public ExternalTaskContext(FetchedTask task, IServiceProvider services)
        : this(task, taskLock: null) => Scope = services;

    internal ExternalTaskContext(FetchedTask task, ITaskLock? taskLock)
    {
        ArgumentNullException.ThrowIfNull(task);
        Task = task;
        _lock = taskLock;
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

    /// <summary>
    /// The services of the task: one scope for its middleware and its handler, disposed when they have ended. Only a worker with middleware has it; a handler takes its services
    /// by its constructor.
    /// </summary>
    /// <exception cref="InvalidOperationException">The worker has no middleware.</exception>
    public IServiceProvider Services =>
        Scope ?? throw new InvalidOperationException("Only a worker with middleware makes a scope of services for each task. Generated handlers take services by their constructor.");

    internal IServiceProvider? Scope { get; set; }

    /// <summary>Cancelled when another worker has taken the task or the task is gone: whatever the handler returns will be dropped.</summary>
    public CancellationToken LockLost => _lock?.Lost ?? CancellationToken.None;

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
        return _lock?.ExtendAsync(duration, cancellationToken) ?? System.Threading.Tasks.Task.CompletedTask;
    }
}
