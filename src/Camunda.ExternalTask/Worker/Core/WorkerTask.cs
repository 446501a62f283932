using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Shell;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>A task this worker has locked, from the fetch to the engine's last word.</summary>
internal sealed class WorkerTask(FetchedTask fetched, WorkerGroup group, SubscriptionPlan subscription)
{
    public FetchedTask Fetched { get; } = fetched;

    public WorkerGroup Group { get; } = group;

    public SubscriptionPlan Subscription { get; } = subscription;

    /// <summary>The worker id the lock is held with.</summary>
    public string WorkerId { get; set; } = fetched.WorkerId;

    public TaskPhase Phase { get; set; }

    /// <summary>When the lock ends, on the worker's own monotonic clock, on the safe side.</summary>
    public TimeSpan LockedUntil { get; set; }

    /// <summary>When the lock is to be extended, or locked again.</summary>
    public TimeSpan LockCallAt { get; set; }

    public bool IsLockCallPending { get; set; }

    /// <summary>The worker id of the pending lock call.</summary>
    public string LockCallAs { get; set; } = fetched.WorkerId;

    /// <summary>Why the handler was cancelled; its result will be dropped unless it is the shutdown.</summary>
    public CancelReason Cancelled { get; set; }

    public TimeSpan CancelledAt { get; set; }

    /// <summary>What is to be told to the engine, once the handler has ended.</summary>
    public Settlement? Settlement { get; set; }

    /// <summary>When the handler had ended.</summary>
    public TimeSpan SettlingSince { get; set; }

    /// <summary>When the settlement is to be sent (again).</summary>
    public TimeSpan SettleAt { get; set; }

    public bool IsSettlePending { get; set; }

    /// <summary>The worker id the settlement was last sent with.</summary>
    public string SettledAs { get; set; } = fetched.WorkerId;

    public int SettleTries { get; set; }

    /// <summary>Why the last try failed.</summary>
    public EngineError? SettleError { get; set; }

    /// <summary>Whether an earlier try may have been carried out: then "gone" means done.</summary>
    public bool IsAmbiguous { get; set; }

    /// <summary>Engine errors in a row that are no normal load.</summary>
    public int EngineErrors { get; set; }

    /// <summary>The same task, fetched again while this one's handler, which lost it, has not ended yet.</summary>
    public WorkerTask? Successor { get; set; }

    /// <summary>For the shell: what runs the handler.</summary>
    public TaskRun? Run { get; set; }
}

/// <summary>Where a task is on its way.</summary>
internal enum TaskPhase
{
    /// <summary>Its handler runs.</summary>
    Running,

    /// <summary>Its result is on the way to the engine.</summary>
    Settling,

    /// <summary>Its process instance is suspended; the result is kept and nobody can take the task.</summary>
    Held,

    /// <summary>Nothing is left to be done.</summary>
    Ended,
}
