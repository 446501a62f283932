using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>A task's result on its way to the engine. <see cref="SettlePlanner"/> changes it, others only read it. Times are on the worker's monotonic clock.</summary>
internal sealed class TaskDelivery(Settlement settlement, TimeSpan since)
{
    /// <summary>The call that ends the task.</summary>
    public Settlement Settlement { get; set; } = settlement;

    /// <summary>When the handler ended.</summary>
    public TimeSpan Since { get; } = since;

    /// <summary>When to send the settlement, or to send it again.</summary>
    public TimeSpan SendAt { get; set; }

    public bool IsPending { get; set; }

    /// <summary>Whether the settlement waits until the pending lock call of the task has ended.</summary>
    public bool WaitsForLockCall { get; set; }

    /// <summary>Whether the settlement frees the task for the next fetch. A lock call must not be on its way at the same time.</summary>
    public bool FreesTask => Settlement.Kind is SettlementKind.Failure or SettlementKind.Unlock;

    /// <summary>The worker id that the settlement was last sent with.</summary>
    public string SentAs { get; set; } = "";

    /// <summary>Failed attempts so far.</summary>
    public int Tries { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public EngineError? Error { get; set; }

    /// <summary>Whether the engine may have carried out an earlier attempt. If so, "gone" means done.</summary>
    public bool IsAmbiguous { get; set; }

    /// <summary>Whether the engine created no incident for a failure without retries, because the model caught it.</summary>
    public bool IsCaught { get; set; }

    /// <summary>Engine errors in a row that are not normal load.</summary>
    public int EngineErrors { get; set; }
}
