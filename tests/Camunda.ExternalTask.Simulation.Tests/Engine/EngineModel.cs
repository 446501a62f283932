using Camunda.ExternalTask.Worker.Core;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Simulation.Engine;

/// <summary>The engine's external tasks with the quirks that were observed in real engines. Calls are atomic; time comes from the agenda.</summary>
internal sealed class EngineModel(Agenda agenda, IEngineObserver observer, EngineDefect defect)
{
    public static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<EnginePoll> _pending = [];
    private readonly Dictionary<string, EngineTask> _byId = [];

    public List<EngineTask> Tasks { get; } = [];

    private TimeSpan Now => agenda.Now;

    /// <summary>By how much the engine's clock was set forward, and when last.</summary>
    public TimeSpan ClockOffset { get; private set; }

    public TimeSpan ClockSetAt { get; private set; } = TimeSpan.FromDays(-1);

    /// <summary>The engine's clock, in whole seconds as in the <c>Date</c> header.</summary>
    public DateTimeOffset ServerTime => Epoch + TimeSpan.FromSeconds(Math.Floor((Now + ClockOffset).TotalSeconds));

    public EngineTask Add(string id, string topic = "topic", int size = 1)
    {
        var task = new EngineTask(id, topic, size);
        Tasks.Add(task);
        _byId.Add(id, task);
        return task;
    }

    public EngineTask Find(string id) => _byId[id];

    public void Create(EngineTask task)
    {
        task.IsCreated = true;
        WakePolls();
    }

    /// <summary>The engine restarts: pending polls are gone.</summary>
    public void Restart() => _pending.Clear();

    /// <summary>The engine's clock is set: the times in the database stay, so locks end earlier or later.</summary>
    public void SetClock(TimeSpan forward)
    {
        ClockOffset += forward;
        ClockSetAt = Now;
        foreach (var task in Tasks)
        {
            task.LockedUntil -= forward;
            task.ProlongedBy += forward < TimeSpan.Zero ? -forward : TimeSpan.Zero;
        }
    }

    public void Fetch(string workerId, IReadOnlyList<string> topics, int maxTasks, TimeSpan fetchLock, TimeSpan timeout, Action<IReadOnlyList<FetchedTask>> answer)
    {
        var poll = new EnginePoll(workerId, topics, maxTasks, fetchLock, Now + timeout, answer);
        if (TryAnswer(poll, isLast: timeout == TimeSpan.Zero))
        {
            return;
        }

        _pending.Add(poll);
        agenda.At(poll.Until, () => TimeOut(poll));
    }

    public EngineError? Settle(string id, string workerId, Settlement settlement)
    {
        var task = _byId[id];
        if (Check(task, workerId, settlement.Kind) is { } error)
        {
            return error;
        }

        observer.Settling(task, workerId, settlement.Kind);
        switch (settlement.Kind)
        {
            case SettlementKind.Complete:
                task.End = defect == EngineDefect.LosesCompletions ? TaskEnd.Vanished : TaskEnd.Completed;
                break;
            case SettlementKind.BpmnError:
                task.End = TaskEnd.BpmnError;
                break;
            default:
                Fail(task, settlement);
                break;
        }

        observer.Settled(task, settlement.Kind);
        return null;
    }

    public EngineError? ExtendLock(string id, string workerId, TimeSpan duration)
    {
        var task = _byId[id];
        if (Check(task, workerId, SettlementKind.Unlock) is { } error)
        {
            return error;
        }

        if (task.LockedUntil <= Now)
        {
            return EngineAnswers.Expired;
        }

        observer.Extending(task, workerId, Now + duration);
        (task.LockedUntil, task.LockSetAt, task.ProlongedBy) = (Now + duration, Now, TimeSpan.Zero);
        (task.IsExtended, task.IsWaitingForRetry) = (true, false);
        return null;
    }

    /// <summary>Locks a task that is free, or that the worker holds already. The engine also locks suspended tasks.</summary>
    public EngineError? Lock(string id, string workerId, TimeSpan duration)
    {
        var task = _byId[id];
        if (!task.IsOpen)
        {
            return EngineAnswers.Gone;
        }

        if (task.LockedBy != workerId && task.IsLocked(Now))
        {
            return EngineAnswers.LockedByOther;
        }

        (task.LockedBy, task.LockedUntil, task.LockedSince) = (workerId, Now + duration, Now);
        (task.LockSetAt, task.ProlongedBy) = (Now, TimeSpan.Zero);
        (task.IsExtended, task.IsWaitingForRetry) = (true, false);
        task.Generation++;
        return null;
    }

    /// <summary>Removes the lock, whoever holds it.</summary>
    public EngineError? Unlock(string id, int sender, int sentGeneration)
    {
        var task = _byId[id];
        if (!task.IsOpen)
        {
            return EngineAnswers.Gone;
        }

        observer.Unlocking(task, sender, sentGeneration);
        (task.LockedBy, task.IsWaitingForRetry) = (null, false);
        WakePolls();
        return null;
    }

    /// <summary>Sets the retries, as an operator does. A task that has retries again can be fetched.</summary>
    public EngineError? SetRetries(string id, int retries)
    {
        var task = _byId[id];
        if (!task.IsOpen)
        {
            return EngineAnswers.Gone;
        }

        task.Retries = retries;
        return null;
    }

    /// <summary>Suspends or activates the process instance of a task.</summary>
    public EngineError? SetSuspended(string id, bool isSuspended)
    {
        _byId[id].IsSuspended = isSuspended;
        return null;
    }

    public List<LockedTask> ListLocked(Func<EngineTask, bool> isAskedFor) =>
        [.. Tasks.Where(task => task.IsOpen && task.IsLocked(Now) && isAskedFor(task)).Select(task => new LockedTask(task.Id, task.LockedBy!))];

    private EngineError? Check(EngineTask task, string workerId, SettlementKind kind)
    {
        if (!task.IsOpen && !(defect == EngineDefect.CompletesTwice && kind == SettlementKind.Complete))
        {
            return EngineAnswers.Gone;
        }

        return task.LockedBy != workerId && defect != EngineDefect.IgnoresWorkerIds ? EngineAnswers.LockedByOther
            : task.IsSuspended ? EngineAnswers.Suspended
            : null;
    }

    private void Fail(EngineTask task, Settlement settlement)
    {
        task.Retries = settlement.Retries;
        task.LockedUntil = Now + settlement.RetryTimeout;
        task.IsWaitingForRetry = true;
        if (settlement.Retries == 0)
        {
            task.End = TaskEnd.Incident;
        }
    }

    /// <summary>New and released tasks wake pending polls; passing time does not.</summary>
    private void WakePolls()
    {
        for (var i = 0; i < _pending.Count;)
        {
            if (TryAnswer(_pending[i], isLast: false))
            {
                _pending.RemoveAt(i);
            }
            else
            {
                i++;
            }
        }
    }

    private void TimeOut(EnginePoll poll)
    {
        if (_pending.Remove(poll))
        {
            TryAnswer(poll, isLast: true);
        }
    }

    private bool TryAnswer(EnginePoll poll, bool isLast)
    {
        List<FetchedTask> fetched = [];
        foreach (var task in Tasks)
        {
            if (fetched.Count < poll.MaxTasks && poll.Topics.Contains(task.Topic) && (task.CanBeFetched(Now) || (defect == EngineDefect.IgnoresLocks && task is { IsOpen: true, IsSuspended: false })))
            {
                fetched.Add(LockFor(poll, task));
            }
        }

        if (fetched.Count == 0 && !isLast)
        {
            return false;
        }

        poll.Answer(fetched);
        return true;
    }

    private FetchedTask LockFor(EnginePoll poll, EngineTask task)
    {
        observer.Fetching(task, poll.WorkerId);
        (task.LockedBy, task.LockedUntil, task.LockedSince) = (poll.WorkerId, Now + poll.FetchLock, Now);
        (task.LockSetAt, task.ProlongedBy) = (Now, TimeSpan.Zero);
        (task.IsExtended, task.IsWaitingForRetry) = (false, false);
        task.Generation++;
        return new FetchedTask(default(ReadOnlyMemory<byte>), default)
        {
            TaskId = task.Id,
            TopicName = task.Topic,
            WorkerId = poll.WorkerId,
            Retries = task.Retries,
            LockExpirationTime = Epoch + task.LockedUntil + ClockOffset,
        };
    }
}
