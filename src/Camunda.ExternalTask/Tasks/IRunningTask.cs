namespace Camunda.ExternalTask.Tasks;

/// <summary>The calls that a running handler can make for its task.</summary>
internal interface IRunningTask
{
    /// <summary>Is canceled when the lock is lost or the task no longer exists.</summary>
    CancellationToken Lost { get; }

    /// <summary>Extends the lock so that it expires the given time from now.</summary>
    /// <exception cref="EngineException">The engine refused the call.</exception>
    Task ExtendAsync(TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Sets variables of the process instance, or local variables of the task.</summary>
    /// <exception cref="EngineException">The engine refused the call.</exception>
    Task SetVariablesAsync(bool isLocal, IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken);
}
