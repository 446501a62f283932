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

    /// <summary>The lock that a handler asked for is shortened.</summary>
    ShortensLocks,

    /// <summary>Each group starts one handler more than it has slots.</summary>
    ExceedsSlots,

    /// <summary>Responses are read without a limit.</summary>
    ReadsAll,

    /// <summary>The core gets the time of the wall clock.</summary>
    FollowsWallClock,

    /// <summary>The core is woken all the time.</summary>
    SpinsTicks,
}
