using Camunda.ExternalTask.Simulation.Engine;
using Camunda.ExternalTask.Simulation.Workers;

namespace Camunda.ExternalTask.Simulation.Checking;

/// <content>Tasks that are locked for nobody, and what a stopped worker leaves.</content>
internal sealed partial class Referee
{
    public static readonly TimeSpan SampleInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan SampleSlack = TimeSpan.FromSeconds(1.5);

    /// <summary>How soon an undisturbed worker releases what its own polls locked for nobody.</summary>
    private static readonly TimeSpan OwnOrphan = TimeSpan.FromSeconds(3);

    /// <summary>After an outage the waits of polls and sweeps can be this long.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(35);

    /// <summary>The last list of a stopping worker cannot show what an aborted poll locks after it.</summary>
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(0.5);

    /// <summary>How long a worker does not list after the engine has forbidden it, and the wait before.</summary>
    private static readonly TimeSpan ListsForbidden = TimeSpan.FromMinutes(5) + LongestWait;

    /// <summary>After failed requests.</summary>
    private static readonly TimeSpan WaitAfterRequestFault = TimeSpan.FromSeconds(8);

    /// <summary>Looks for tasks that are locked for nobody.</summary>
    public void Sample()
    {
        foreach (var task in world.Engine.Tasks)
        {
            Sample(task, Of(task.Id));
        }
    }

    /// <summary>The handler of a task has left it to another system.</summary>
    public void DetachedEndRefused(EngineTask task, SimulatedWorker owner, TimeSpan detachedAt)
    {
        // A worker whose clock stood still may release the task, whose lock it believes to hold.
        var isDisturbed = world.IsAnyMisled(detachedAt) || owner.LastDisturbance >= detachedAt - world.Scenario.LockDuration || task.SuspendedUntil >= detachedAt;
        if (task.IsOpen && !isDisturbed && owner is { IsAlive: true, IsStopping: false })
        {
            Fail("DetachedKeepsLock", $"{task.Id} was detached at {detachedAt.TotalSeconds:0.###} and is now locked by {task.LockedBy}");
        }
    }

    /// <summary>A worker has stopped: undisturbed, it leaves nothing locked.</summary>
    public void Stopped(SimulatedWorker worker)
    {
        if (worker.LastDisturbance > worker.StoppedAt - LongestWait || worker.ListsForbiddenAt > worker.StoppedAt - ListsForbidden)
        {
            return;
        }

        foreach (var task in world.Engine.Tasks)
        {
            var isLeft = task is { IsOpen: true, IsWaitingForRetry: false } && task.IsLocked(Now)
                && task.LockedSince < Now - SweepInterval && world.OwnerOf(task.LockedBy!) == worker;

            // A copy of a poll that the network delivers after the answer locks tasks which the worker cannot expect.
            if (isLeft && !worker.Strays.Contains(task.LockedBy!) && !Of(task.Id).IsDetached && task.SuspendedUntil < worker.StoppedAt)
            {
                Fail("StopLeavesNothing", $"{worker.Name} has stopped and leaves {task.Id} locked");
            }
        }
    }

    /// <summary>The run is over.</summary>
    public void Finish()
    {
        foreach (var task in world.Engine.Tasks)
        {
            if (task.End is TaskEnd.None or TaskEnd.Vanished && !Of(task.Id).IsDetached)
            {
                Fail("NotLost", $"{task.Id} has not ended: {task.End}, locked by {task.LockedBy ?? "nobody"}, retries {task.Retries}");
            }
        }
    }

    private void Sample(EngineTask task, TaskRecord record)
    {
        var isCandidate = task is { IsOpen: true, IsWaitingForRetry: false, IsSuspended: false } && task.IsLocked(Now) && !record.IsDetached;
        if (!isCandidate || IsHeld(task))
        {
            record.HiddenSince = null;
            return;
        }

        // A lock call that the engine reads late may make the lock longer.
        var isProlonged = record.HiddenLock != task.LockedUntil && world.OwnerOf(task.LockedBy!)!.Strays.Contains(task.LockedBy!);
        if (record.HiddenGeneration != task.Generation || record.HiddenSince is null || isProlonged)
        {
            (record.HiddenSince, record.HiddenGeneration, record.HiddenLock) = (Now, task.Generation, task.LockedUntil);
        }

        if (Now < world.Scenario.HealsAt)
        {
            CheckHidden(task, record.HiddenSince.Value);
            return;
        }

        var since = record.HiddenSince.Value > world.Scenario.HealsAt ? record.HiddenSince.Value : world.Scenario.HealsAt;
        Figures.LongestHidden = Now - since > Figures.LongestHidden ? Now - since : Figures.LongestHidden;
        CheckHidden(task, since);
    }

    private bool IsHeld(EngineTask task) =>
        world.OwnerOf(task.LockedBy!) is { IsAlive: true } owner && (owner.IsFrozen || owner.Holds(task.Id, task.LockedBy!));

    private void CheckHidden(EngineTask task, TimeSpan since)
    {
        var allowed = (task.IsExtended ? LongestLockOf(task) : world.Scenario.FetchLock) + task.ProlongedBy;
        if (world.OwnerOf(task.LockedBy!) is { IsAlive: true, IsStopping: false } owner && FindsOrphans(owner, task))
        {
            allowed = OwnOrphan;
        }

        if (Now - since > allowed + SampleSlack)
        {
            var (from, until) = (task.LockedSince.TotalSeconds, task.LockedUntil.TotalSeconds);
            Fail("Hidden", $"{task.Id} has been locked by {task.LockedBy} since {from:0.###} until {until:0.###}, but no worker works on it");
        }
    }

    private TimeSpan LongestLockOf(EngineTask task) => Of(task.Id).PromisedGeneration == task.Generation ? world.Scenario.LongestLock : world.Scenario.LockDuration;

    private bool FindsOrphans(SimulatedWorker owner, EngineTask task) =>
        Now > owner.DisturbedAt + LongestWait && Now > owner.RequestDisturbedAt + WaitAfterRequestFault && Now > owner.ListsForbiddenAt + ListsForbidden
        && !owner.Strays.Contains(task.LockedBy!);
}
