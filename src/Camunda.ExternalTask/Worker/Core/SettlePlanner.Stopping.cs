using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <content>Results that a stopping worker no longer waits for.</content>
internal sealed partial class SettlePlanner
{
    /// <summary>The worker stops: it drops a result that the engine will not accept soon, and releases the task.</summary>
    public void Release(TimeSpan now, WorkerTask task)
    {
        var delivery = task.Delivery!;
        delivery.Settlement = Settlement.Unlock;
        if (task.Phase == TaskPhase.Held)
        {
            task.Phase = TaskPhase.Settling;
            task.Group.Settling++;
        }

        if (!delivery.IsPending)
        {
            Send(now, task, delivery);
        }
    }

    /// <summary>The handler ignores its cancellation, or the engine does not answer: the worker releases the task without its result.</summary>
    public void GiveUp(TimeSpan now, WorkerTask task)
    {
        if (task.Phase == TaskPhase.Running)
        {
            task.Group.Running--;
            Begin(now, task, Settlement.Unlock);
        }
        else if (task.Delivery is { IsPending: false })
        {
            Abandon(task);
        }
    }

    /// <summary>The worker no longer waits for the settlement, even if its answer is pending. The lock will expire.</summary>
    public void Abandon(WorkerTask task)
    {
        if (task.Phase == TaskPhase.Settling)
        {
            state.Report(WorkerEventKind.ResultAbandoned, task, task.Delivery!.Error);
            End(task);
        }
    }
}
