namespace Camunda.ExternalTask;

/// <summary>The lock a running handler holds.</summary>
internal interface ITaskLock
{
    /// <summary>Cancelled when the lock, or the task itself, is lost.</summary>
    CancellationToken Lost { get; }

    /// <summary>Extends the lock to end the given time from now.</summary>
    /// <exception cref="EngineException">The engine refused.</exception>
    Task ExtendAsync(TimeSpan duration, CancellationToken cancellationToken);
}
