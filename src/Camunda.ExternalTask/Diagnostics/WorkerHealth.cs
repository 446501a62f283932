using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>How a worker is.</summary>
/// <param name="State">Whether it works at all.</param>
/// <param name="Engine">The engine's address, which holds no credentials; null: it is resolved for each request.</param>
/// <param name="Core">What its cores know.</param>
internal sealed record WorkerHealth(WorkerState State, Uri? Engine, CoreHealth Core);

/// <summary>Whether a worker works.</summary>
internal enum WorkerState
{
    /// <summary>It has not been started, or has stopped.</summary>
    Idle,

    Active,

    /// <summary>It stops; handlers and results are still on their way.</summary>
    Stopping,
}
