using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>A health snapshot of a worker.</summary>
/// <param name="State">The state of the worker.</param>
/// <param name="Engine">The engine's address, without credentials; null if it is resolved for each request.</param>
/// <param name="Core">The combined health of the worker's cores.</param>
internal sealed record WorkerHealth(WorkerState State, Uri? Engine, CoreHealth Core);

/// <summary>The states of a worker.</summary>
internal enum WorkerState
{
    /// <summary>The worker has not been started, or has stopped.</summary>
    Idle,

    Active,

    /// <summary>The worker is stopping. Handlers and results are still in progress.</summary>
    Stopping,
}
