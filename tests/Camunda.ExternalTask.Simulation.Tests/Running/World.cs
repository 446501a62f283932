using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Simulation.Checking;
using Camunda.ExternalTask.Simulation.Engine;
using Camunda.ExternalTask.Simulation.Network;
using Camunda.ExternalTask.Simulation.Scenarios;
using Camunda.ExternalTask.Simulation.Workers;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Simulation.Running;

/// <summary>One run: the engine, the network, the workers and what happens to them.</summary>
internal sealed partial class World
{
    /// <summary>How long after the faults the tasks may take to end.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromHours(1);

    private static readonly TimeSpan SuspendedRetry = TimeSpan.FromSeconds(5);

    private readonly Dictionary<int, SimulatedWorker> _current = [];
    private readonly Dictionary<string, SimulatedWorker> _byName = [];
    private bool _hasEnded;

    public World(Scenario scenario, bool isTraced)
    {
        Scenario = scenario;
        Trace = isTraced ? new(Agenda) : null;
        Referee = new(this);
        Engine = new(Agenda, Referee, scenario.EngineDefect);
        Wire = new(Agenda, scenario);
    }

    public Scenario Scenario { get; }

    public Agenda Agenda { get; } = new();

    public EngineModel Engine { get; }

    public Wire Wire { get; }

    public Referee Referee { get; }

    public Trace? Trace { get; }

    public static Result Play(Scenario scenario, bool isTraced = false)
    {
        var world = new World(scenario, isTraced);
        world.Prepare();
        while (!world._hasEnded && world.Referee.Violation is null && world.Agenda.Next())
        {
        }

        if (world.Referee.Violation is null)
        {
            world.Referee.Finish();
        }

        return new(scenario, world.Referee.Violation, world.Referee.Figures, world.Trace?.Lines ?? []);
    }

    /// <summary>The process that a poll belongs to, dead or alive.</summary>
    public SimulatedWorker? OwnerOf(string workerId) => _byName.GetValueOrDefault(workerId[..workerId.IndexOf('#')]);

    /// <summary>Whether a worker id is that of a dead process of the same machine.</summary>
    public bool IsDeadPredecessor(SimulatedWorker of, string workerId) => OwnerOf(workerId) is { IsAlive: false } owner && owner.Number == of.Number;

    /// <summary>When the worker of a number last thawed.</summary>
    public TimeSpan ThawedAt(int number) => _current[number].ThawedAt;

    /// <summary>Whether a worker may have believed at a time in a lock that had ended.</summary>
    public bool IsAnyMisled(TimeSpan at) => _byName.Values.Any(worker => worker.MisleadUntil >= at);

    /// <summary>Until when the worker of a number may believe in a lock that has ended.</summary>
    public TimeSpan MisleadUntil(int number) => _byName.Values.Where(worker => worker.Number == number).Max(worker => worker.MisleadUntil);

    /// <summary>The handler left a task to another system, which completes it within half the lock duration.</summary>
    public void Detached(SimulatedWorker owner, WorkerTask task)
    {
        Referee.Of(task.Fetched.TaskId).Detached++;
        owner.Strays.Add(task.Lock.WorkerId);
        var wait = new Dice(Scenario.Seed, "detached", (int)Agenda.Now.TotalMilliseconds).Next() * 0.5 * LockLeft(task.Fetched.TaskId);
        CompleteDetached(owner, task, Agenda.Now, wait);
    }

    /// <summary>The lock that the other system can expect: the lock duration, or what the handler has asked for.</summary>
    private TimeSpan LockLeft(string id) =>
        Engine.Find(id).LockedUntil is var until && until == Referee.Of(id).PromisedUntil && until - Agenda.Now < Scenario.LockDuration
            ? until - Agenda.Now
            : Scenario.LockDuration;

    private void CompleteDetached(SimulatedWorker owner, WorkerTask task, TimeSpan detachedAt, TimeSpan wait) => Agenda.After(wait, () =>
    {
        var id = task.Fetched.TaskId;
        var error = Engine.Settle(id, task.Lock.WorkerId, new(SettlementKind.Complete));
        Trace?.Add($"     another system completes {id} as {task.Lock.WorkerId}: {error?.Message ?? "done"}");
        if (error is { IsSuspended: true })
        {
            CompleteDetached(owner, task, detachedAt, SuspendedRetry);
            return;
        }

        Referee.Of(id).Detached--;
        if (error is not null)
        {
            Referee.DetachedEndRefused(Engine.Find(id), owner, detachedAt);
        }
    });

    /// <summary>Measures how late a retry is fetched that falls due when the last worker has a free slot.</summary>
    public void WatchRetry(EngineTask task, TaskRecord record)
    {
        var (due, generation) = (task.LockedUntil, task.Generation);
        if (task.IsOpen && Agenda.Now > Scenario.HealsAt + TimeSpan.FromSeconds(30))
        {
            Agenda.At(due, () =>
            {
                if (_current.TryGetValue(0, out var last) && last.HasFreeSlot(task.Topic) && task.Generation == generation)
                {
                    record.RetryDue = due;
                }
            });
        }
    }

    private void Prepare()
    {
        foreach (var spec in Scenario.Tasks)
        {
            var task = Engine.Add(spec.Id, spec.Topic, spec.Size);
            Agenda.At(spec.CreatedAt, () =>
            {
                Trace?.Add($"     {spec.Id} is created");
                Engine.Create(task);
            });
        }

        foreach (var spec in Scenario.Workers)
        {
            Agenda.At(spec.StartsAt, () => StartWorker(spec));
        }

        foreach (var fault in Scenario.Faults)
        {
            Plan(fault);
        }

        Agenda.At(Scenario.HealsAt, Heal);
        Agenda.After(Referee.SampleInterval, Sample);
    }

    private void StartWorker(WorkerSpec spec)
    {
        var incarnation = _byName.Count(pair => pair.Value.Number == spec.Number) + 1;
        var worker = new SimulatedWorker(this, spec, incarnation);
        _current[spec.Number] = worker;
        _byName.Add(worker.Name, worker);
        Trace?.Add($"{worker.Name} starts");
        worker.Disturb(Wire.StalledUntil);
        worker.Start();
    }

    /// <summary>The faults are over: the first worker stays, or starts again.</summary>
    private void Heal()
    {
        Trace?.Add("     the faults are over");
        foreach (var worker in _current.Values.ToList())
        {
            if (worker.Number == 0)
            {
                continue;
            }

            if (worker.Spec.IsKilledAtEnd)
            {
                Kill(worker);
            }
            else
            {
                worker.Stop();
            }
        }

        if (Scenario.Workers is [{ Number: 0 } first, ..] && (!_current.TryGetValue(0, out var last) || !last.IsAlive || last.IsStopping))
        {
            StartWorker(first);
        }
    }

    private void Sample()
    {
        Referee.Sample();
        _hasEnded = Agenda.Now > Scenario.HealsAt && (Agenda.Now > Scenario.HealsAt + Bound || Engine.Tasks.TrueForAll(task => task.End != TaskEnd.None));
        Agenda.After(Referee.SampleInterval, Sample);
    }
}
