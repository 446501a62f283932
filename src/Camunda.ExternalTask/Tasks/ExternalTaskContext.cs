using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask;

/// <summary>What a handler may know and do about the task it works on.</summary>
public sealed class ExternalTaskContext
{
    private readonly IRunningTask? _running;

    /// <summary>A context without an engine, for tests of a handler: extending the lock and setting variables does nothing, and the lock is never lost.</summary>
    /// <param name="task">The task.</param>
    public ExternalTaskContext(FetchedTask task)
        : this(task, running: null)
    {
    }

    /// <summary>A context without an engine, for tests of middleware.</summary>
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
    public CancellationToken LockLost => _running?.Lost ?? CancellationToken.None;

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
        return _running?.ExtendAsync(duration, cancellationToken) ?? System.Threading.Tasks.Task.CompletedTask;
    }

    /// <summary>
    /// Sets variables of the process instance while the handler goes on, for example its progress. What a task ends with belongs into its output, which is stored together with the
    /// completion; this is stored at once, stays when the task fails, and the engine does not check the lock.
    /// </summary>
    /// <param name="variables">The variables.</param>
    /// <param name="cancellationToken">Gives up waiting for the engine's answer.</param>
    /// <exception cref="VariableException">A value must not be sent; nothing has been.</exception>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task SetVariablesAsync(IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken = default) => SetAsync(isLocal: false, variables, cancellationToken);

    /// <summary>Sets variables of the task's own scope while the handler goes on. They are gone with the task, but a task that is tried again finds them.</summary>
    /// <param name="variables">The variables.</param>
    /// <param name="cancellationToken">Gives up waiting for the engine's answer.</param>
    /// <exception cref="VariableException">A value must not be sent; nothing has been.</exception>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task SetLocalVariablesAsync(IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken = default) => SetAsync(isLocal: true, variables, cancellationToken);

    private Task SetAsync(bool isLocal, IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return _running?.SetVariablesAsync(isLocal, variables, cancellationToken) ?? System.Threading.Tasks.Task.CompletedTask;
    }
}
