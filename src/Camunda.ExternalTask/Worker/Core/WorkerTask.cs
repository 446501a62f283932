using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>A task that this worker has locked, from the fetch until the engine has its result.</summary>
internal sealed class WorkerTask(FetchedTask fetched, WorkerGroup group, SubscriptionPlan subscription, string workerId)
{
    public FetchedTask Fetched { get; } = fetched;

    public WorkerGroup Group { get; } = group;

    public SubscriptionPlan Subscription { get; } = subscription;

    public TaskPhase Phase { get; set; }

    public TaskLock Lock { get; } = new(workerId) { CallDuration = subscription.LockDuration };

    /// <summary>The result on its way to the engine; null while the handler runs.</summary>
    public TaskDelivery? Delivery { get; set; }

    public Settlement? Settlement => Delivery?.Settlement;

    /// <summary>Why the handler was canceled. Its result is dropped, unless the reason is the shutdown.</summary>
    public CancelReason Canceled { get; set; }

    public TimeSpan CanceledAt { get; set; }

    /// <summary>The same task, fetched again while this one's handler, which lost it, still runs.</summary>
    public WorkerTask? Successor { get; set; }

    /// <summary>Whether the handler was told that it lost the task.</summary>
    public bool IsLost => Canceled is CancelReason.LockLost or CancelReason.Gone;

    /// <summary>The run of the handler, once the shell has started it.</summary>
    public IHandlerRun? Run { get; set; }
}
