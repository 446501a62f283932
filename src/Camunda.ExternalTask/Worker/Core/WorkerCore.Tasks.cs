using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <content>Receiving, starting and ending tasks.</content>
internal sealed partial class WorkerCore
{
    private void Receive(TimeSpan now, WorkerPoll poll, FetchedTask fetched, DateTimeOffset? serverTime, TimeSpan delay)
    {
        if (TaskOf(now, poll, fetched, serverTime, delay) is not { } task)
        {
            _state.Report(new(WorkerEventKind.UnknownTopic) { TaskId = fetched.TaskId });
            _orphans.Unlock(fetched);
            return;
        }

        if (_state.Tasks.TryGetValue(fetched.TaskId, out var earlier) && !HasEnded(now, earlier, task))
        {
            ReceiveAgain(now, earlier, task);
            return;
        }

        // The process stood still until the lock had expired, so another worker may have the task. Or the engine's clock was set back, and the lock only looks that old:
        // a sweep asks the engine.
        if (now >= task.Lock.Until)
        {
            _orphans.SweepReleased(now, task);
            return;
        }

        _state.Tasks.Add(fetched.TaskId, task);
        if (_state.IsStopping || task.Group.Running >= task.Group.Plan.Slots)
        {
            _settling.Begin(now, task, Settlement.Unlock);
            return;
        }

        StartHandler(task);
    }

    /// <summary>A task that alone is larger than the limit of a response becomes an incident, because each fetch of it would fail.</summary>
    private void Refuse(TimeSpan now, WorkerPoll poll, FetchedTask fetched, PollAnswer answer)
    {
        if (!_state.Tasks.ContainsKey(fetched.TaskId) && TaskOf(now, poll, fetched, answer.ServerTime, TimeSpan.Zero) is { } task)
        {
            _state.Tasks.Add(fetched.TaskId, task);
            var failure = new TaskFailure($"The task cannot be fetched. {answer.Error!.Message} Fetch fewer or smaller variables, or raise MaxResponseBytes.") { Retries = 0 };
            _settling.Begin(now, task, Settlement.Of(failure, fetched.Retries, task.Subscription.RetryCycle));
        }
    }

    private WorkerTask? TaskOf(TimeSpan now, WorkerPoll poll, FetchedTask fetched, DateTimeOffset? serverTime, TimeSpan delay)
    {
        if (poll.Plan.Subscriptions.FirstOrDefault(candidate => candidate.Topic == fetched.TopicName) is not { } subscription)
        {
            return null;
        }

        var task = new WorkerTask(fetched, poll.Group, subscription, poll.WorkerId);
        _locks.Begin(now, task, serverTime, delay);
        return task;
    }

    private bool HasEnded(TimeSpan now, WorkerTask earlier, WorkerTask task)
    {
        if (earlier.Phase != TaskPhase.Detaching)
        {
            return HasCarriedOut(now, earlier, task);
        }

        // The lock expired before it was made longer for the other program, which does not know the new worker id: the task runs again.
        _state.Report(WorkerEventKind.LockLost, earlier, new(0, "it expired before it could be extended"));
        End(now, earlier);
        return true;
    }

    /// <summary>
    /// Whether a delivery proves that the engine has carried out the earlier run's release or failure, although the response to that call has not been read yet. The new lock
    /// then belongs to a new run.
    /// </summary>
    private bool HasCarriedOut(TimeSpan now, WorkerTask earlier, WorkerTask task)
    {
        if (earlier is not { Phase: TaskPhase.Settling, Lock.IsCallPending: false } || !IsProofOfSettlement(now, earlier, task.Fetched))
        {
            return false;
        }

        _settling.CarriedOut(now, earlier);
        _state.Tasks.Remove(earlier.Fetched.TaskId);
        return true;
    }

    /// <summary>
    /// Whether the task's settlement has reached the engine, since the task was delivered again: before the lock ends only the settlement can have freed it, and later the
    /// retries tell. A release has nothing more to do in any case.
    /// </summary>
    private static bool IsProofOfSettlement(TimeSpan now, WorkerTask task, FetchedTask again) => task.Settlement switch
    {
        { Kind: SettlementKind.Unlock } => true,
        { Kind: SettlementKind.Failure } failure => now < task.Lock.Until || again.Retries == failure.Retries,
        _ => false,
    };

    /// <summary>
    /// The lock had expired, and this worker received the task again. If the earlier handler still runs, or its result is on its way, the new lock is
    /// theirs, and the task does not run twice. If that handler was told that it lost the task, the new run waits for its end.
    /// </summary>
    private void ReceiveAgain(TimeSpan now, WorkerTask earlier, WorkerTask task)
    {
        _state.Report(WorkerEventKind.DuplicateDelivery, task);
        if (earlier.Canceled == CancelReason.None)
        {
            _locks.TakeOver(now, earlier, task);
        }
        else
        {
            // If the lock of an earlier successor has expired, the new one takes its place.
            task.Group.Running += earlier.Successor is null ? 1 : 0;
            earlier.Successor = task;
        }
    }

    private void StartHandler(WorkerTask task)
    {
        task.Group.Running++;
        _state.Do(WorkerAction.StartHandler(task));
    }

    /// <summary>The handler left the task to another program, which expects a lock of the lock duration.</summary>
    private void Detach(TimeSpan now, WorkerTask task)
    {
        _state.Report(WorkerEventKind.TaskDetached, task);
        var isShort = task.Lock.IsFetchLock && task.Subscription.FetchLock < task.Subscription.LockDuration;
        if (isShort || now >= task.Lock.Until)
        {
            task.Phase = TaskPhase.Detaching;
            _locks.ExtendNow(now, task);
        }
        else
        {
            End(now, task);
        }
    }

    private void AfterSettling(TimeSpan now, WorkerTask task)
    {
        EndIfEnded(now, task);
        _polls.Poll(now, task.Group);
        StopIfDrained(now);
    }

    private void EndIfEnded(TimeSpan now, WorkerTask task)
    {
        if (task.Phase == TaskPhase.Ended)
        {
            End(now, task);
        }
    }

    private void End(TimeSpan now, WorkerTask task)
    {
        task.Phase = TaskPhase.Ended;
        if (!_state.Tasks.TryGetValue(task.Fetched.TaskId, out var current) || current != task)
        {
            return;
        }

        _state.Tasks.Remove(task.Fetched.TaskId);
        if (task.Successor is not { } successor)
        {
            return;
        }

        if (now >= successor.Lock.Until)
        {
            // The lock expired while the new run waited. Another worker may have the task.
            successor.Group.Running--;
            return;
        }

        _state.Tasks.Add(successor.Fetched.TaskId, successor);
        _state.Wake(successor.Lock.CallAt);
        if (_state.IsStopping)
        {
            successor.Group.Running--;
            _settling.Begin(now, successor, Settlement.Unlock);
        }
        else
        {
            _state.Do(WorkerAction.StartHandler(successor));
        }
    }

    private void RemoveEnded(TimeSpan now)
    {
        foreach (var task in _state.Tasks.Values.Where(task => task.Phase == TaskPhase.Ended).ToList())
        {
            End(now, task);
        }
    }
}
