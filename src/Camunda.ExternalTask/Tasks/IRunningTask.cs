namespace Camunda.ExternalTask.Tasks;

/// <summary>The calls that a running handler can make for its task.</summary>
internal interface IRunningTask
{
    /// <summary>Canceled when the lock, or the task itself, is lost.</summary>
    CancellationToken Lost { get; }

    /// <summary>Extends the lock to end the given time from now.</summary>
    /// <exception cref="EngineException">The engine refused.</exception>
    Task ExtendAsync(TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Sets variables of the process instance, or of the task's own scope.</summary>
    /// <exception cref="EngineException">The engine refused.</exception>
    Task SetVariablesAsync(bool isLocal, IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken);
}
