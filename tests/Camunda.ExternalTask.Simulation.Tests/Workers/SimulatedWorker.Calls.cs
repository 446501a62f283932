using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Simulation.Engine;
using Camunda.ExternalTask.Simulation.Network;
using Camunda.ExternalTask.Simulation.Scenarios;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Simulation.Workers;

/// <content>Calls to the engine, with the timeouts of the shell.</content>
internal sealed partial class SimulatedWorker
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HeldLock = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan EndingLock = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan PollSlack = TimeSpan.FromSeconds(5);

    private void SendPoll(WorkerPoll poll)
    {
        _polls[poll.WorkerId] = Send(new Call<PollAnswer>(
            $"fetchAndLock {poll.WorkerId} max {poll.MaxTasks} wait {poll.Timeout.TotalSeconds:0.#}",
            poll.Timeout + PollSlack,
            reply => _world.Engine.Fetch(
                poll.WorkerId, poll.Group.Plan.TopicNames, poll.MaxTasks, _world.Scenario.FetchLock, poll.Timeout, tasks => reply(Read(tasks))),
            error => new([], null, error),
            answer => Feed(core => Answered(core, poll, answer)))
        {
            Cut = static answer => answer with { Tasks = [.. answer.Tasks.Take(answer.Tasks.Count / 2)], Error = EngineAnswers.CutOff, Oversized = null },
            MarkRepeated = static answer => answer with { WasRepeated = true },
            Strayed = () => Strays.Add(poll.WorkerId),
        });
    }

    /// <summary>The worker reads a response up to a limit.</summary>
    private PollAnswer Read(IReadOnlyList<FetchedTask> tasks)
    {
        var size = 0;
        List<FetchedTask> read = [.. tasks.TakeWhile(task => (size += _world.Engine.Find(task.TaskId).Size) <= Scenario.ResponseLimit)];
        var isComplete = read.Count == tasks.Count || _world.Scenario.WorkerDefect == WorkerDefect.ReadsAll;
        return isComplete
            ? new(tasks, _world.Engine.ServerTime, null)
            : new(read, _world.Engine.ServerTime, EngineAnswers.TooLong) { Oversized = read.Count == 0 ? tasks[0] : null };
    }

    private void Answered(WorkerCore core, WorkerPoll poll, PollAnswer answer)
    {
        Trace?.Add($"{Name} receives for {poll.WorkerId}: [{string.Join(", ", answer.Tasks.Select(task => task.TaskId))}] {answer.Error?.Message}");
        _polls.Remove(poll.WorkerId);
        core.PollAnswered(Now, poll, answer);
    }

    private void Settle(WorkerTask task)
    {
        _known[task.Fetched.TaskId] = task;
        var (id, workerId, settlement) = (task.Fetched.TaskId, task.Delivery!.SentAs, task.Settlement!);
        if (settlement.Kind == SettlementKind.Unlock)
        {
            SendUnlock(id, RequestTimeout, (core, error) => core.SettleAnswered(Now, task, error));
            return;
        }

        SendOfTask(
            $"{settlement.Kind} {id} as {workerId}",
            RequestTimeout,
            () => _world.Engine.Settle(id, workerId, settlement),
            (core, error) => core.SettleAnswered(Now, task, error));
    }

    private void SendLockCall(WorkerTask task, bool isRelock)
    {
        _known[task.Fetched.TaskId] = task;
        if (_world.Scenario.WorkerDefect == WorkerDefect.DropsLockCalls)
        {
            return;
        }

        TurnsOf(task).Take(() => SendLockCallInTurn(task, isRelock));
    }

    private void SendLockCallInTurn(WorkerTask task, bool isRelock)
    {
        var isNeeded = false;
        Feed(core =>
        {
            isNeeded = core.NeedsLockCall(Now, task);
            if (!isNeeded)
            {
                EndTurn(task);
            }
        });
        if (!isNeeded)
        {
            return;
        }

        var (id, workerId, duration, sentAt) = (task.Fetched.TaskId, task.Lock.CallAs, task.Lock.CallDuration, Now);
        SendOfTask(
            $"{(isRelock ? "lock" : "extendLock")} {id} as {workerId}",
            AtMost(task.Lock.CallTimeout),
            () => isRelock ? _world.Engine.Lock(id, workerId, duration) : _world.Engine.ExtendLock(id, workerId, duration),
            (core, error) =>
            {
                EndTurn(task);
                if (error is { IsAmbiguous: true })
                {
                    Strays.Add(workerId);
                }

                core.LockAnswered(Now, task, isRelock, sentAt, error);
            },
            () => Strays.Add(workerId));
    }

    /// <summary>Extends a lock for the handler that runs under it.</summary>
    private void ExtendOwnLock(HandlerRun run, TimeSpan duration)
    {
        var (id, workerId, sentAt) = (run.TaskId, run.Task.Lock.WorkerId, Now);
        SendOfTask(
            $"extendLock {id} as {workerId} for {duration.TotalSeconds:0.###} s for its handler",
            RequestTimeout,
            () => ExtendForHandler(id, workerId, duration),
            (core, error) =>
            {
                if (error is { IsAmbiguous: true })
                {
                    Strays.Add(workerId);
                }

                OwnLockExtended(core, run, error, sentAt + duration, workerId);
            },
            () => Strays.Add(workerId),
            isOfHandler: true);
    }

    private EngineError? ExtendForHandler(string id, string workerId, TimeSpan duration)
    {
        var error = _world.Engine.ExtendLock(id, workerId, duration);
        if (error is null)
        {
            _world.Referee.HandlerExtended(_world.Engine.Find(id));
        }

        return error;
    }

    /// <summary>The next lock call goes out when the core has heard of this one.</summary>
    private void EndTurn(WorkerTask task) => _world.Agenda.After(TimeSpan.Zero, () => Feed(_ => TurnsOf(task).Release()));

    private LockTurns TurnsOf(WorkerTask task) => _turns.TryGetValue(task, out var turns) ? turns : _turns[task] = new();

    private void ListOrphans(OrphanSweep sweep)
    {
        Send(new Call<(List<LockedTask> Tasks, EngineError? Error)>(
            $"list of {sweep.WorkerId ?? "predecessors"}",
            AtMost(sweep.Timeout),
            reply => reply((_world.Engine.ListLocked(task => IsAskedFor(sweep, task)), null)),
            static error => ([], error),
            answer => Feed(core => Listed(core, sweep, answer.Tasks, answer.Error)))
        {
            Cut = static answer => ([.. answer.Tasks.Take(answer.Tasks.Count / 2)], EngineAnswers.CutOff),
        });
    }

    private void Listed(WorkerCore core, OrphanSweep sweep, List<LockedTask> tasks, EngineError? error)
    {
        if (error is { Status: 403 })
        {
            ListsForbiddenAt = _world.Agenda.Now;
        }

        core.OrphansListed(Now, sweep, tasks, error);
    }

    private bool IsAskedFor(OrphanSweep sweep, EngineTask task)
    {
        if (_world.Scenario.WorkerDefect == WorkerDefect.UnlocksOthers)
        {
            return true;
        }

        return sweep.WorkerId is { } workerId
            ? task.LockedBy == workerId
            : (_world.IsDeadPredecessor(this, task.LockedBy!) || task.LockedBy == Name + "#0")
                && task.Retries is null
                && task.LockedUntil - _world.Agenda.Now <= _world.Scenario.LockDuration + LockKeeper.ServerTimeResolution;
    }

    private void UnlockOrphan(LockedTask orphan)
    {
        if (_world.Scenario.WorkerDefect == WorkerDefect.DropsUnlocks)
        {
            return;
        }

        if (_world.Scenario.WorkerDefect == WorkerDefect.UnlocksOthers)
        {
            SendUnlock(orphan.TaskId, orphan.Timeout, (core, error) => core.OrphanUnlocked(Now, orphan.TaskId, error));
            return;
        }

        var (id, owner, timeout, sentAt) = (orphan.TaskId, orphan.WorkerId, AtMost(orphan.Timeout), Now);
        var isOwn = owner.StartsWith(Name + "#", StringComparison.Ordinal);
        SendOfTask($"extendLock {id} as {owner}", timeout, () => _world.Engine.ExtendLock(id, owner, isOwn ? HeldLock : EndingLock), (core, error) =>
        {
            if (error is not null || isOwn)
            {
                UnlockHeld(core, orphan, sentAt, error);
                return;
            }

            var lockedAt = Now;
            SendOfTask($"lock {id} as {Name}#0", timeout, () => _world.Engine.Lock(id, Name + "#0", HeldLock), (core, error) => UnlockHeld(core, orphan, lockedAt, error));
        });
    }

    private void UnlockHeld(WorkerCore core, LockedTask orphan, TimeSpan heldAt, EngineError? error)
    {
        error ??= Now - heldAt > HeldLock / 2 ? new EngineError(0, "The lock may have ended.") : null;
        if (error is not null)
        {
            core.OrphanUnlocked(Now, orphan.TaskId, error);
            return;
        }

        SendUnlock(orphan.TaskId, AtMost(orphan.Timeout), (core, error) => core.OrphanUnlocked(Now, orphan.TaskId, error));
    }

    private void SendUnlock(string id, TimeSpan timeout, Action<WorkerCore, EngineError?> answered)
    {
        var generation = _world.Engine.Find(id).Generation;
        SendOfTask($"unlock {id}", timeout, () => _world.Engine.Unlock(id, Number, generation), answered);
    }

    private static TimeSpan AtMost(TimeSpan timeout) => timeout < RequestTimeout ? timeout : RequestTimeout;

    private void SendOfTask(string text, TimeSpan timeout, Func<EngineError?> carryOut, Action<WorkerCore, EngineError?> answered, Action? strayed = null, bool isOfHandler = false)
    {
        Send(new Call<EngineError?>(text, timeout, reply => reply(carryOut()), static error => error, error => Feed(core =>
        {
            Trace?.Add($"{Name} receives for {text}: {error?.Message ?? "done"}");
            answered(core, error);
        }))
        {
            IsOfTask = true,
            IsOfHandler = isOfHandler,
            Strayed = strayed,
        });
    }

    private IExchange Send<T>(Call<T> call)
    {
        _world.Referee.Sent(this, call.IsOfTask, call.IsOfHandler);
        return _world.Wire.Send(this, call);
    }
}
