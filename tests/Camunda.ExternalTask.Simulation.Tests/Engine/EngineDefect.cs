namespace Camunda.ExternalTask.Simulation.Engine;

/// <summary>Defects of the model, for tests that the checks find them.</summary>
internal enum EngineDefect
{
    None,

    /// <summary>A completion is acknowledged, and the task disappears without being completed.</summary>
    LosesCompletions,

    /// <summary>Results are accepted from each worker.</summary>
    IgnoresWorkerIds,

    /// <summary>A fetch returns tasks that are locked.</summary>
    IgnoresLocks,

    /// <summary>A completed task can be completed again.</summary>
    CompletesTwice,
}
