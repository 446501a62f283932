using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask;

/// <summary>Gives a handler access to its task: properties, variables, lock and services.</summary>
public sealed class ExternalTaskContext
{
    private readonly IRunningTask? _running;

    /// <summary>
    /// Creates a context without an engine, for tests of a handler. Extending the lock and setting variables do nothing, and the lock is
    /// never lost.
    /// </summary>
    /// <param name="task">The task.</param>
    public ExternalTaskContext(FetchedTask task)
        : this(task, running: null)
    {
    }

    /// <summary>Creates a context without an engine, for tests of middleware.</summary>
    /// <param name="task">The task.</param>
    /// <param name="services">The services of the task.</param>
    public ExternalTaskContext(FetchedTask task, IServiceProvider services)
        : this(task, running: null) => Scope = services;

    internal ExternalTaskContext(FetchedTask task, IRunningTask? running)
    {
        ArgumentNullException.ThrowIfNull(task);
        Task = task;
        _running = running;
    }

    /// <summary>The task with its properties and variables.</summary>
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
    /// The services of the task: one scope for its middleware and its handler, disposed when both have ended. Available only if the worker
    /// has middleware. Handlers receive their services through the constructor.
    /// </summary>
    /// <exception cref="InvalidOperationException">The worker has no middleware.</exception>
    public IServiceProvider Services =>
        Scope ?? throw new InvalidOperationException(
            "The worker has no middleware, so the task has no service scope. Call Use, or inject the services into the handler's constructor.");

    internal IServiceProvider? Scope { get; set; }

    /// <summary>
    /// Is canceled when another worker has locked the task or the task no longer exists. The worker then drops the handler's result.
    /// </summary>
    public CancellationToken LockLost => _running?.Lost ?? CancellationToken.None;

    /// <summary>
    /// Extends the lock so that it expires the given time from now. The worker already extends locks at half time. Call this method for
    /// another length, for example before work that cannot be interrupted.
    /// </summary>
    /// <param name="duration">The time from now; positive.</param>
    /// <param name="cancellationToken">Stops waiting for the engine's answer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is not positive.</exception>
    /// <exception cref="EngineException">The engine refused the call; the lock may be lost.</exception>
    public Task ExtendLockAsync(TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return _running?.ExtendAsync(duration, cancellationToken) ?? System.Threading.Tasks.Task.CompletedTask;
    }

    /// <summary>
    /// Sets variables of the process instance while the handler runs, for example its progress. Results belong in the handler's output,
    /// which the engine stores together with the completion. This call stores the variables immediately, they remain if the task fails, and
    /// the engine does not check the lock.
    /// </summary>
    /// <param name="variables">The variables.</param>
    /// <param name="cancellationToken">Stops waiting for the engine's answer.</param>
    /// <exception cref="VariableException">A value cannot be sent. Nothing has been sent.</exception>
    /// <exception cref="EngineException">The engine refused the call.</exception>
    public Task SetVariablesAsync(IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken = default) =>
        SetAsync(isLocal: false, variables, cancellationToken);

    /// <summary>
    /// Sets local variables of the task while the handler runs. They end with the task, but are still there when the task is retried.
    /// </summary>
    /// <param name="variables">The variables.</param>
    /// <param name="cancellationToken">Stops waiting for the engine's answer.</param>
    /// <exception cref="VariableException">A value cannot be sent. Nothing has been sent.</exception>
    /// <exception cref="EngineException">The engine refused the call.</exception>
    public Task SetLocalVariablesAsync(IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken = default) =>
        SetAsync(isLocal: true, variables, cancellationToken);

    private Task SetAsync(bool isLocal, IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return _running?.SetVariablesAsync(isLocal, variables, cancellationToken) ?? System.Threading.Tasks.Task.CompletedTask;
    }
}
