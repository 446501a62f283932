namespace Camunda.ExternalTask.Worker.Core;

/// <summary>Why a handler is canceled.</summary>
internal enum CancelReason
{
    None,

    /// <summary>Another worker holds the lock.</summary>
    LockLost,

    /// <summary>The task no longer exists.</summary>
    Gone,

    /// <summary>The worker stops and the grace period is over.</summary>
    Shutdown,
}
