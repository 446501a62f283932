using Camunda.ExternalTask.Simulation.Network;
using Camunda.ExternalTask.Simulation.Running;
using Camunda.ExternalTask.Simulation.Scenarios;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Simulation.Workers;

/// <summary>A process with a core: performs its actions in simulated time, as the shell does.</summary>
internal sealed partial class SimulatedWorker
{
    private readonly World _world;
    private readonly Queue<Action<WorkerCore>> _held = [];
    private readonly Dictionary<string, WorkerTask> _known = [];
    private readonly Dictionary<string, IExchange> _polls = [];
    private readonly Dictionary<WorkerTask, LockTurns> _turns = [];
    private TimeSpan _timerAt = TimeSpan.MaxValue;
    private TimeSpan _clockLost;
    private TimeSpan _frozenAt;
    private bool _isClockStopped;

    public SimulatedWorker(World world, WorkerSpec spec, int incarnation)
    {
        _world = world;
        Spec = spec;
        Name = $"w{spec.Number}.{incarnation}";
        var scenario = world.Scenario;
        var retries = new RetryCycle(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(7));
        SubscriptionPlan Subscription(string topic) => new(topic, scenario.LockDuration, retries) { FetchLock = scenario.FetchLock };
        var excess = scenario.WorkerDefect == WorkerDefect.ExceedsSlots ? 1 : 0;
        List<GroupPlan> groups = [new("g", spec.Slots + excess, [Subscription("topic")])];
        if (spec.SharedSlots > 0)
        {
            groups.Add(new("shared", spec.SharedSlots + excess, [.. Scenario.SharedTopics.Select(Subscription)]));
        }

        Core = new(new WorkerPlan(Name, groups)
        {
            PollTimeout = scenario.PollTimeout,
            Seed = (int)(new Dice(scenario.Seed, "core", spec.Number, incarnation).Next() * int.MaxValue),
        });
    }

    public WorkerSpec Spec { get; }

    public int Number => Spec.Number;

    public string Name { get; }

    public WorkerCore Core { get; }

    public Trace? Trace => _world.Trace;

    public bool IsAlive { get; private set; } = true;

    public bool IsFrozen { get; private set; }

    public bool IsStopping { get; private set; }

    public TimeSpan StoppedAt { get; private set; } = TimeSpan.MaxValue;

    public List<HandlerRun> Runs { get; } = [];

    /// <summary>When the last fault of one of its requests ended.</summary>
    public TimeSpan RequestDisturbedAt { get; private set; } = TimeSpan.MinValue;

    /// <summary>When the last outage, stall or freeze ended that concerned it.</summary>
    public TimeSpan DisturbedAt { get; private set; } = TimeSpan.MinValue;

    /// <summary>When it last thawed.</summary>
    public TimeSpan ThawedAt { get; private set; } = TimeSpan.FromDays(-1);

    public TimeSpan LastDisturbance => DisturbedAt > RequestDisturbedAt ? DisturbedAt : RequestDisturbedAt;

    /// <summary>Worker ids of polls that the engine reads twice or late, and of lock calls without an answer. The engine may lock tasks for them later.</summary>
    public HashSet<string> Strays { get; } = [];

    /// <summary>When a list was last forbidden.</summary>
    public TimeSpan ListsForbiddenAt { get; private set; } = TimeSpan.FromDays(-1);

    /// <summary>Until when it may believe in a lock that has ended, because its clock stood still.</summary>
    public TimeSpan MisleadUntil { get; private set; } = TimeSpan.FromDays(-1);

    /// <summary>By how much its wall clock was set forward.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>The worker's monotonic clock.</summary>
    private TimeSpan Now => _world.Agenda.Now - _clockLost + (_world.Scenario.WorkerDefect == WorkerDefect.FollowsWallClock ? ClockOffset : TimeSpan.Zero);

    public void Disturb(TimeSpan until, bool ofRequest = false)
    {
        if (ofRequest)
        {
            RequestDisturbedAt = until > RequestDisturbedAt ? until : RequestDisturbedAt;
        }
        else
        {
            DisturbedAt = until > DisturbedAt ? until : DisturbedAt;
        }
    }

    public void Start() => Feed(core => core.Start(Now));

    public void Stop()
    {
        if (IsAlive && !IsStopping)
        {
            Trace?.Add($"{Name} stops");
            IsStopping = true;
            StoppedAt = _world.Agenda.Now;
            Feed(core => core.Stop(Now));
        }
    }

    /// <summary>The process ends. Its polls stay in the engine.</summary>
    public void Kill()
    {
        Trace?.Add($"{Name} is killed");
        IsAlive = false;
    }

    public void Freeze(TimeSpan until, bool stopsClock)
    {
        (_frozenAt, _isClockStopped) = (_world.Agenda.Now, stopsClock);
        Trace?.Add($"{Name} freezes until {until.TotalSeconds:0.###}");
        IsFrozen = true;
        Disturb(until);
        _world.Agenda.At(until, Thaw);
    }

    /// <summary>Whether the core works on a task under a worker id.</summary>
    public bool Holds(string taskId, string workerId) =>
        _polls.ContainsKey(workerId)
        || (_known.TryGetValue(taskId, out var task) && ((task.Phase != TaskPhase.Ended && task.Lock.WorkerId == workerId) || task.Successor?.Lock.WorkerId == workerId));

    /// <summary>Whether the group of a topic has a free slot.</summary>
    public bool HasFreeSlot(string topic) => RunsOf(topic) < SlotsOf(topic);

    /// <summary>The handlers that run in the group of a topic.</summary>
    public int RunsOf(string topic) => Runs.Count(run => SharesGroup(run.Task.Fetched.TopicName!, topic));

    public int SlotsOf(string topic) => Scenario.SharedTopics.Contains(topic) ? Spec.SharedSlots : Spec.Slots;

    public bool IsHandling(string taskId) => Runs.Exists(run => run.IsRunning && run.TaskId == taskId);

    /// <summary>Whether the call that a handler awaits may be carried out now.</summary>
    public bool IsCallingForHandler(string taskId) => Runs.Exists(run => run.IsExtending && run.TaskId == taskId);

    private static bool SharesGroup(string topic, string other) => topic == other || (Scenario.SharedTopics.Contains(topic) && Scenario.SharedTopics.Contains(other));

    private void Thaw()
    {
        Trace?.Add($"{Name} thaws");
        IsFrozen = false;
        ThawedAt = _world.Agenda.Now;
        if (_isClockStopped)
        {
            _clockLost += ThawedAt - _frozenAt;
            MisleadUntil = ThawedAt + _world.Scenario.LongestLock;
        }

        while (_held.TryDequeue(out var play))
        {
            Feed(play);
        }
    }

    private void Feed(Action<WorkerCore> play)
    {
        if (!IsAlive)
        {
            return;
        }

        if (IsFrozen)
        {
            _held.Enqueue(play);
            return;
        }

        _world.Referee.Event(this);
        play(Core);
        ArmTimer();
        Perform(Core.TakeActions());
    }

    private void ArmTimer()
    {
        var at = Core.WakeAt;
        if (at >= _timerAt)
        {
            return;
        }

        _timerAt = at;
        _world.Agenda.After(at < Now ? TimeSpan.Zero : at - Now, () =>
        {
            if (_timerAt == at)
            {
                Feed(Tick);
            }
        });
    }

    private void Tick(WorkerCore core)
    {
        _timerAt = TimeSpan.MaxValue;
        core.Tick(Now);
        if (core.WakeAt <= Now)
        {
            _world.Referee.Fail("WakesInThePast", $"{Name} asks to be woken at {core.WakeAt}");
        }

        if (_world.Scenario.WorkerDefect == WorkerDefect.SpinsTicks)
        {
            _world.Agenda.After(TimeSpan.FromMilliseconds(1), () => Feed(Tick));
        }
    }

    private void Perform(WorkerAction[] actions)
    {
        foreach (var action in actions)
        {
            switch (action.Kind)
            {
                case WorkerActionKind.SendPoll:
                    SendPoll(action.Poll);
                    break;
                case WorkerActionKind.AbortPoll:
                    _polls.GetValueOrDefault(action.Poll.WorkerId)?.Fail(Engine.EngineAnswers.Reset);
                    break;
                case WorkerActionKind.StartHandler:
                    StartHandler(action.Task);
                    break;
                case WorkerActionKind.CancelHandler:
                    CancelHandler(action.Task, action.Reason);
                    break;
                case WorkerActionKind.Settle:
                    Settle(action.Task);
                    break;
                case WorkerActionKind.ExtendLock or WorkerActionKind.Relock:
                    SendLockCall(action.Task, action.Kind == WorkerActionKind.Relock);
                    break;
                case WorkerActionKind.ListOrphans:
                    ListOrphans(action.Sweep);
                    break;
                case WorkerActionKind.UnlockOrphan:
                    UnlockOrphan(action.Orphan);
                    break;
                case WorkerActionKind.Over:
                    Trace?.Add($"{Name} has stopped");
                    _world.Referee.Stopped(this);
                    IsAlive = false;
                    break;
                case WorkerActionKind.Report:
                    Trace?.Add($"{Name} reports {action.Occurrence.Kind} {action.Occurrence.Task?.Fetched.TaskId ?? action.Occurrence.TaskId}");
                    break;
            }
        }
    }
}
