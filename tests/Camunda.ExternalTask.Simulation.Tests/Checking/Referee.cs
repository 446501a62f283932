using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Simulation.Engine;
using Camunda.ExternalTask.Simulation.Running;
using Camunda.ExternalTask.Simulation.Scenarios;
using Camunda.ExternalTask.Simulation.Workers;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Simulation.Checking;

/// <summary>Checks the invariants at each event of a run.</summary>
internal sealed partial class Referee(World world) : IEngineObserver
{
    /// <summary>Events of one worker within a second of simulated time; more are a busy loop.</summary>
    private const int MaxEventsPerSecond = 300;

    private static readonly TimeSpan ExtensionSlack = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, TaskRecord> _records = [];
    private readonly Dictionary<SimulatedWorker, (long Second, int Count)> _events = [];

    public Violation? Violation { get; private set; }

    public Figures Figures { get; } = new() { Tasks = world.Scenario.Tasks.Count };

    private TimeSpan Now => world.Agenda.Now;

    public TaskRecord Of(string id) => _records.TryGetValue(id, out var record) ? record : _records[id] = new();

    public void Fail(string invariant, string text)
    {
        world.Trace?.Add($"!!! {invariant}: {text}");
        Violation ??= new(invariant, Now, text);
    }

    public void Event(SimulatedWorker worker)
    {
        Figures.Events++;
        var second = Now.Ticks / TimeSpan.TicksPerSecond;
        var (last, count) = _events.GetValueOrDefault(worker);
        count = last == second ? count + 1 : 1;
        _events[worker] = (second, count);
        if (count > MaxEventsPerSecond)
        {
            Fail("BusyLoop", $"{worker.Name} had {count} events within a second");
        }
    }

    /// <summary>A handler starts.</summary>
    /// <returns>The number of the run.</returns>
    public int Starting(SimulatedWorker worker, WorkerTask task)
    {
        var id = task.Fetched.TaskId;
        var topic = task.Fetched.TopicName!;
        if (!worker.HasFreeSlot(topic))
        {
            Fail("Slots", $"{worker.Name} starts {id} and has {worker.RunsOf(topic)} handlers in {worker.SlotsOf(topic)} slots of the group of {topic}");
        }

        if (world.Engine.Find(id).Size > Scenario.ResponseLimit)
        {
            Fail("Oversized", $"{worker.Name} starts {id}, which is larger than the limit of a response");
        }

        if (worker.IsHandling(id))
        {
            Fail("OneRunPerWorker", $"{worker.Name} starts {id}, whose handler still runs there");
        }

        var record = Of(id);
        Figures.Runs++;
        if (record.Runs > record.AllowedRepetitions)
        {
            Figures.Duplicates++;
            record.AllowedRepetitions++;
        }

        return record.Runs++;
    }

    public void Fetching(EngineTask task, string workerId)
    {
        var record = Of(task.Id);
        if (record.OrphanedAt is { } orphaned)
        {
            (record.IsStolen ? Figures.Thefts : Figures.Recoveries).Add(Now - orphaned);
        }

        if (record.RetryDue is { } due)
        {
            Figures.NudgeLateness.Add(Now - due);
        }

        record.IsStolen = world.OwnerOf(workerId) is { IsAlive: false };
        (record.OrphanedAt, record.RetryDue) = (record.IsStolen ? Now : null, null);
        if (task.IsLocked(Now))
        {
            Fail("Exclusive", $"{workerId} gets {task.Id}, which {task.LockedBy} has locked");
        }
        else if (task.LockedBy is { } before && world.OwnerOf(before) is { } owner)
        {
            CheckThatLockWasKept(task, owner);
        }
    }

    public void Settling(EngineTask task, string workerId, SettlementKind kind)
    {
        if (task.LockedBy != workerId)
        {
            Fail("Fence", $"the {kind} of {task.Id} by {workerId} was accepted, but {task.LockedBy} holds the lock");
        }
    }

    public void Settled(EngineTask task, SettlementKind kind)
    {
        var record = Of(task.Id);
        if (kind == SettlementKind.Failure)
        {
            record.AllowedRepetitions++;
            world.WatchRetry(task, record);
        }

        if (task.End == TaskEnd.Incident && record.Runs == 0 && task.Size <= Scenario.ResponseLimit)
        {
            Fail("OnlyOversized", $"{task.Id} became an incident without a run, although it can be read");
        }

        if (task.End is TaskEnd.Completed or TaskEnd.BpmnError && ++record.Ends > 1)
        {
            Fail("CompletedOnce", $"{task.Id} ended {record.Ends} times");
        }
    }

    /// <summary>The engine has extended a lock for the handler.</summary>
    public void HandlerExtended(EngineTask task)
    {
        var record = Of(task.Id);
        (record.PromisedAt, record.PromisedUntil, record.PromisedGeneration) = (Now, task.LockedUntil, task.Generation);
    }

    /// <summary>Before the half time of a lock that its handler has asked for, an undisturbed worker does not make it shorter.</summary>
    public void Extending(EngineTask task, string workerId, TimeSpan until)
    {
        var record = Of(task.Id);
        if (world.OwnerOf(workerId) is { IsAlive: false })
        {
            // The process died after it had sent the call, and the engine read the call late: the lock lasts from now on.
            record.HiddenSince = null;
        }

        var isPromised = record.PromisedGeneration == task.Generation && Now + ExtensionSlack < record.PromisedAt + ((record.PromisedUntil - record.PromisedAt) / 2);
        if (isPromised && until + ExtensionSlack < record.PromisedUntil && world.OwnerOf(workerId) is { IsAlive: true } owner && owner.LastDisturbance < record.PromisedAt
            && owner.IsHandling(task.Id) && !owner.Strays.Contains(workerId) && !owner.IsCallingForHandler(task.Id))
        {
            Fail("ExtensionShortened", $"the lock of {task.Id} is shortened from {record.PromisedUntil.TotalSeconds:0.###} to {until.TotalSeconds:0.###}");
        }
    }

    public void Unlocking(EngineTask task, int sender, int sentGeneration)
    {
        var record = Of(task.Id);
        record.AllowedRepetitions++;
        if (!task.IsLocked(Now))
        {
            return;
        }

        if (sentGeneration != task.Generation)
        {
            // The lock is younger than the call.
            Figures.StaleUnlocks++;
            record.LastStaleUnlock = Now;
        }
        else if (world.OwnerOf(task.LockedBy!) is { IsAlive: true } owner && IsHandledUnderLock(task, owner) && !IsUnlockExcused(record, sender))
        {
            Fail("ForeignUnlock", $"w{sender} unlocks {task.Id}, which {task.LockedBy} works on");
        }
    }

    public void Sent(SimulatedWorker worker, bool isOfTask, bool isOfHandler)
    {
        Figures.Calls++;
        if (!isOfHandler)
        {
            world.CountInOutage(worker, isOfTask);
        }
    }

    /// <summary>Undisturbed, a worker extends the lock of a running handler in time.</summary>
    private void CheckThatLockWasKept(EngineTask task, SimulatedWorker owner)
    {
        var lockedSince = task.LockSetAt;
        var isDisturbed = owner.LastDisturbance >= lockedSince || owner.MisleadUntil >= lockedSince || IsReadLate(task, owner) || task.SuspendedUntil >= lockedSince;
        if (IsHandledUnderLock(task, owner) && !task.IsWaitingForRetry && !isDisturbed && owner is { IsAlive: true, IsStopping: false })
        {
            Fail("LockKept", $"the lock of {task.Id} for {task.LockedBy} expired while its handler ran");
        }
    }

    /// <summary>Whether the lock is that of a handler's own call which the engine read after the worker had given it up. The worker cannot know its end.</summary>
    private bool IsReadLate(EngineTask task, SimulatedWorker owner) => owner.Strays.Contains(task.LockedBy!) && Of(task.Id).PromisedUntil == task.LockedUntil;

    /// <summary>Soon after a late unlock, after a freeze before its first poll was answered, or after a clock has jumped, a sender cannot know that it has lost its lock.</summary>
    private bool IsUnlockExcused(TaskRecord record, int sender)
    {
        var isExcused = Now - record.LastStaleUnlock < world.Scenario.LockDuration
            || Now - world.ThawedAt(sender) < world.Scenario.FetchLock
            || Now < world.MisleadUntil(sender)
            || Now - world.Engine.ClockSetAt < world.Scenario.LongestLock;
        Figures.StaleUnlocks += isExcused ? 1 : 0;
        return isExcused;
    }

    private static bool IsHandledUnderLock(EngineTask task, SimulatedWorker owner) => owner.Runs.Exists(run =>
        run.IsRunning && run.TaskId == task.Id && run.Task is { IsLost: false, Phase: TaskPhase.Running } && run.Task.Lock.WorkerId == task.LockedBy);
}
