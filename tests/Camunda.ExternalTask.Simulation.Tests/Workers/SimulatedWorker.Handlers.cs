using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Simulation.Workers;

/// <content>Handlers.</content>
internal sealed partial class SimulatedWorker
{
    private void StartHandler(WorkerTask task)
    {
        Start(task);
        if (_world.Scenario.WorkerDefect == WorkerDefect.StartsTwice)
        {
            Start(task);
        }
    }

    private void Start(WorkerTask task)
    {
        _known[task.Fetched.TaskId] = task;
        var number = _world.Referee.Starting(this, task);
        var dice = new Dice(_world.Scenario.Seed, task.Fetched.TaskId, number);
        var longest = _world.Scenario.LockDuration * _world.Scenario.LongestHandler;
        var duration = dice.Next(10) switch
        {
            < 4 => dice.Seconds(0.001, 0.5),
            < 8 => dice.Next() * 0.1 * longest,
            _ => dice.Next() * longest,
        };
        var run = new HandlerRun(task, OutcomeOf(ref dice), ignoresCancellation: dice.Next(4) == 0);
        Runs.Add(run);
        Trace?.Add($"{Name} starts the handler of {task.Fetched.TaskId} (run {number}) for {duration.TotalSeconds:0.###} s: {run.Outcome.Kind}");
        _world.Agenda.After(duration, () => Feed(core => EndHandler(core, run)));
        if (_world.Scenario.HandlersExtend && dice.Next(2) == 0)
        {
            PlanExtension(run, dice.Next() * duration, dice.Seconds(0.1, 2 * _world.Scenario.LockDuration.TotalSeconds));
            PlanExtension(run, dice.Next() * duration, dice.Seconds(0.1, 2 * _world.Scenario.LockDuration.TotalSeconds));
        }
    }

    private void PlanExtension(HandlerRun run, TimeSpan after, TimeSpan duration) => _world.Agenda.After(after, () => Feed(_ =>
    {
        if (run is { IsRunning: true, IsExtending: false })
        {
            run.IsExtending = true;
            TurnsOf(run.Task).Take(() => ExtendOwnLock(run, duration));
        }
    }));

    private void OwnLockExtended(WorkerCore core, HandlerRun run, EngineError? error, TimeSpan until, string workerId)
    {
        EndTurn(run.Task);
        run.IsExtending = false;
        if (error is null)
        {
            core.LockExtended(Now, run.Task, until, workerId);
            if (_world.Scenario.WorkerDefect == WorkerDefect.ShortensLocks)
            {
                _world.Engine.ExtendLock(run.TaskId, workerId, TimeSpan.FromSeconds(0.05));
            }
        }
        else
        {
            core.LockExtensionFailed(Now, run.Task);
        }

        if (run.EndsAfterCall)
        {
            EndHandler(core, run);
        }
    }

    private TaskOutcome OutcomeOf(ref Dice dice)
    {
        var value = dice.Next(20);
        return _world.Scenario.OnlyCompletes ? TaskOutcome.Completed() : value switch
        {
            < 12 => TaskOutcome.Completed(),
            < 15 => new TaskFailure("failed"),
            15 => TaskOutcome.Incident("failed for ever"),
            16 => new BpmnError("error"),
            17 or 18 => TaskOutcome.Released(),
            _ => TaskOutcome.Detached(),
        };
    }

    private void EndHandler(WorkerCore core, HandlerRun run)
    {
        if (!run.IsRunning)
        {
            return;
        }

        if (run.IsExtending)
        {
            run.EndsAfterCall = true;
            return;
        }

        run.IsRunning = false;
        Runs.Remove(run);
        if (_world.Scenario.WorkerDefect == WorkerDefect.DropsResults)
        {
            return;
        }

        Trace?.Add($"{Name} ends the handler of {run.TaskId}: {run.Outcome.Kind}");
        if (run.Outcome.Kind == TaskOutcomeKind.Detached && run.Task is { Phase: TaskPhase.Running, IsLost: false })
        {
            _world.Detached(this, run.Task);
        }

        core.HandlerEnded(Now, run.Task, run.Outcome);
    }

    private void CancelHandler(WorkerTask task, CancelReason reason)
    {
        if (Runs.Find(run => run.Task == task && run.IsRunning) is { IgnoresCancellation: false } run)
        {
            run.Outcome = reason == CancelReason.Shutdown ? TaskOutcome.Released() : new TaskFailure("canceled");
            var wait = new Dice(_world.Scenario.Seed, "cancel", Number, (int)Now.TotalMilliseconds).Seconds(0.001, 0.4);
            _world.Agenda.After(wait, () => Feed(core => EndHandler(core, run)));
        }
    }
}
