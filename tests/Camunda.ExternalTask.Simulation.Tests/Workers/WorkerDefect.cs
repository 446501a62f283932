namespace Camunda.ExternalTask.Simulation.Workers;

/// <summary>Defects of a worker, for tests that the checks find them.</summary>
internal enum WorkerDefect
{
    None,

    /// <summary>Calls that release orphans are never sent.</summary>
    DropsUnlocks,

    /// <summary>Locks are never extended.</summary>
    DropsLockCalls,

    /// <summary>The result of a handler never reaches the core.</summary>
    DropsResults,

    /// <summary>Each handler is started twice.</summary>
    StartsTwice,

    /// <summary>Other workers' locks are unlocked.</summary>
    UnlocksOthers,

    /// <summary>The core is woken all the time.</summary>
    SpinsTicks,
}
