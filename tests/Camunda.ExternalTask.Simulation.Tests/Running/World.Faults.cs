using Camunda.ExternalTask.Simulation.Engine;
using Camunda.ExternalTask.Simulation.Scenarios;
using Camunda.ExternalTask.Simulation.Workers;

namespace Camunda.ExternalTask.Simulation.Running;

/// <content>Faults that have a time.</content>
internal sealed partial class World
{
    private const double MaxOutageRate = 0.5;

    /// <summary>Requests that a worker may send at the begin of an outage: the first waits are short, and each task in progress may have a call on its way.</summary>
    private const int OutageAllowance = 24;

    private readonly Dictionary<SimulatedWorker, int> _outageRequests = [];
    private readonly Dictionary<SimulatedWorker, int> _outageTaskCalls = [];

    /// <summary>Counts a request if the engine is down or a gateway refuses it: a call for a task, or a poll or a sweep.</summary>
    public void CountInOutage(SimulatedWorker worker, bool isOfTask)
    {
        if (Wire.IsDown || Wire.IsRefusing)
        {
            var counts = isOfTask ? _outageTaskCalls : _outageRequests;
            counts[worker] = counts.GetValueOrDefault(worker) + 1;
        }
    }

    private void Plan(Fault fault)
    {
        switch (fault)
        {
            case EngineStall stall:
                Agenda.At(stall.At, () => Stall(stall.Ends));
                break;
            case Outage outage:
                Agenda.At(outage.At, () => GoDown(outage));
                break;
            case Kill kill:
                Agenda.At(kill.At, () => OnCurrent(kill.Worker, Kill));
                Restart(kill.Worker, kill.RestartAfter is { } wait ? kill.At + wait : null);
                break;
            case CleanStop stop:
                Agenda.At(stop.At, () => OnCurrent(stop.Worker, static worker => worker.Stop()));
                Restart(stop.Worker, stop.RestartAfter is { } pause ? stop.At + pause : null);
                break;
            case Freeze freeze:
                Agenda.At(freeze.At, () => OnCurrent(freeze.Worker, worker => worker.Freeze(freeze.Ends, freeze.StopsClock)));
                break;
            case Refusal refusal:
                Agenda.At(refusal.At, () => Refuse(refusal));
                break;
            case EngineClockJump jump:
                Agenda.At(jump.At, () => SetEngineClock(jump.Forward));
                break;
            case WorkerClockJump jump:
                Agenda.At(jump.At, () => OnCurrent(jump.Worker, worker => SetClock(worker, jump.Forward)));
                break;
            case Suspension suspension:
                Agenda.At(suspension.At, () => Suspend(suspension));
                break;
            case Deletion deletion:
                Agenda.At(deletion.At, () => Delete(deletion.Task));
                break;
        }
    }

    private void OnCurrent(int number, Action<SimulatedWorker> action)
    {
        if (_current.TryGetValue(number, out var worker) && worker is { IsAlive: true, IsFrozen: false })
        {
            action(worker);
        }
    }

    private void Restart(int number, TimeSpan? at)
    {
        if (at is { } time && Scenario.Workers.FirstOrDefault(spec => spec.Number == number) is { } spec)
        {
            Agenda.At(time, () =>
            {
                if (_current.TryGetValue(number, out var worker) && (!worker.IsAlive || worker.IsStopping))
                {
                    StartWorker(spec);
                }
            });
        }
    }

    private void Kill(SimulatedWorker worker)
    {
        worker.Kill();
        foreach (var task in Engine.Tasks)
        {
            if (task is { IsOpen: true, IsWaitingForRetry: false, LockedBy: { } workerId } && task.IsLocked(Agenda.Now) && OwnerOf(workerId) == worker)
            {
                Referee.Of(task.Id).OrphanedAt = Agenda.Now;
            }
        }
    }

    private void Stall(TimeSpan until)
    {
        Trace?.Add($"     the engine stalls until {until.TotalSeconds:0.###}");
        Wire.StalledUntil = until > Wire.StalledUntil ? until : Wire.StalledUntil;
        DisturbAll(until);
    }

    private void SetEngineClock(TimeSpan forward)
    {
        Trace?.Add($"     the engine's clock is set by {forward.TotalSeconds:0.###} s");
        Engine.SetClock(forward);
        DisturbAll(Agenda.Now);
    }

    private void SetClock(SimulatedWorker worker, TimeSpan forward)
    {
        Trace?.Add($"     the wall clock of {worker.Name} is set by {forward.TotalSeconds:0.###} s");
        worker.ClockOffset += forward;
    }

    private void Refuse(Refusal refusal)
    {
        if (Wire.IsRefusing || Wire.IsDown)
        {
            return;
        }

        Trace?.Add($"     a gateway refuses requests until {refusal.Ends.TotalSeconds:0.###}");
        DisturbAll(refusal.Ends);
        _outageRequests.Clear();
        _outageTaskCalls.Clear();
        var live = _current.Values.Where(worker => worker is { IsAlive: true, IsFrozen: false }).ToList();
        Wire.RefusedUntil = refusal.Ends;

        // The response to a poll that the engine has held since before looks like the end of the refusal.
        Agenda.At(refusal.Ends, () => CheckRequests(live, refusal.For, OutageAllowance * 2));
    }

    private void GoDown(Outage outage)
    {
        if (Wire.IsDown || Wire.IsRefusing)
        {
            return;
        }

        Trace?.Add($"     outage until {outage.Ends.TotalSeconds:0.###}, restart: {outage.IsRestart}");
        DisturbAll(outage.Ends);
        _outageRequests.Clear();
        _outageTaskCalls.Clear();
        var live = _current.Values.Where(worker => worker is { IsAlive: true, IsFrozen: false }).ToList();
        Wire.GoDown();
        if (outage.IsRestart)
        {
            Engine.Restart();
        }

        Agenda.At(outage.Ends, () => ComeBack(outage, live));
    }

    private void ComeBack(Outage outage, List<SimulatedWorker> live)
    {
        Trace?.Add("     the outage is over");
        Wire.ComeBack();
        DisturbAll(Agenda.Now);
        CheckRequests(live, outage.For, OutageAllowance);
    }

    private void CheckRequests(List<SimulatedWorker> live, TimeSpan length, int allowance)
    {
        foreach (var worker in live)
        {
            var requests = _outageRequests.GetValueOrDefault(worker);
            var taskCalls = _outageTaskCalls.GetValueOrDefault(worker);
            Referee.Figures.OutageEnded(requests, taskCalls, length);
            if (requests + taskCalls > allowance + (length.TotalSeconds * MaxOutageRate))
            {
                Referee.Fail("OutageRequests", $"{worker.Name} sent {requests} polls and sweeps and {taskCalls} calls for tasks in an outage of {length.TotalSeconds:0.#} s");
            }
        }
    }

    private void DisturbAll(TimeSpan until)
    {
        foreach (var worker in _byName.Values)
        {
            worker.Disturb(until);
        }
    }

    private void Suspend(Suspension suspension)
    {
        var task = Engine.Find(suspension.Task);
        Trace?.Add($"     {task.Id} is suspended until {suspension.Ends.TotalSeconds:0.###}");
        task.IsSuspended = true;
        task.SuspendedUntil = suspension.Ends > task.SuspendedUntil ? suspension.Ends : task.SuspendedUntil;
        Agenda.At(suspension.Ends, () => task.IsSuspended = Agenda.Now < task.SuspendedUntil);
    }

    private void Delete(string id)
    {
        Trace?.Add($"     {id} is deleted");
        var task = Engine.Find(id);
        if (task.End == TaskEnd.None)
        {
            task.End = TaskEnd.Deleted;
        }
    }
}
