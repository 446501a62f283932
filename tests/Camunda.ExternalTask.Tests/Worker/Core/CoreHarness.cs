using System.Text;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>Plays events to a core and remembers what it wants done.</summary>
internal sealed class CoreHarness
{
    public static readonly EngineError Gone = new(404, "External task with id t1 does not exist") { Type = "RestException", Code = 0 };
    public static readonly EngineError Stolen = new(400, "External Task t1 cannot be completed by worker 'w#1'. It is locked by worker 'other'.") { Type = "RestException", Code = 0 };
    public static readonly EngineError Expired = new(400, "Cannot extend a lock that expired") { Type = "RestException", Code = 0 };
    public static readonly EngineError Suspended = new(400, "ENGINE-03043 External task with id 't1' is suspended.") { Type = "RestException", Code = 0 };
    public static readonly EngineError Optimistic = new(500, "ENGINE-03005") { Type = "OptimisticLockingException", Code = 1 };
    public static readonly EngineError StepThrows = new(500, "Unknown property used in expression") { Type = "ProcessEngineException", Code = 0 };
    public static readonly EngineError TooLong = new(500, "Value too long for column") { Type = "ProcessEnginePersistenceException", Code = 10002 };
    public static readonly EngineError NotConvertible = new(400, "Cannot convert value") { Type = "InvalidRequestException" };
    public static readonly EngineError Refused = new(0, "connection refused");
    public static readonly EngineError LostAnswer = new(0, "reset") { IsAmbiguous = true };

    private int _ids;

    public CoreHarness(int slots = 4, TimeSpan? lockDuration = null, RetryCycle? retryCycle = null, Func<WorkerPlan, WorkerPlan>? change = null)
    {
        LockDuration = lockDuration ?? TimeSpan.FromSeconds(60);
        var plan = new WorkerPlan("w", [new GroupPlan("g", slots, [new SubscriptionPlan("topic", LockDuration, retryCycle ?? RetryCycle.Default)])])
        {
            Seed = 42,
            ShutdownGrace = TimeSpan.FromSeconds(25),
        };
        Core = new WorkerCore(change?.Invoke(plan) ?? plan);
    }

    public WorkerCore Core { get; }

    public TimeSpan LockDuration { get; }

    public TimeSpan Now { get; private set; }

    /// <summary>What the last event led to.</summary>
    public IReadOnlyList<WorkerAction> Actions { get; private set; } = [];

    public WorkerGroup Group => Core.Groups[0];

    public IEnumerable<WorkerEventKind> Events => Actions.Where(action => action.Kind == WorkerActionKind.Report).Select(action => action.Occurrence.Kind);

    public static CoreHarness Started(int slots = 4, TimeSpan? lockDuration = null, RetryCycle? retryCycle = null, Func<WorkerPlan, WorkerPlan>? change = null)
    {
        var harness = new CoreHarness(slots, lockDuration, retryCycle, change);
        harness.Play(core => core.Start(harness.Now));
        return harness;
    }

    public WorkerAction Single(WorkerActionKind kind) => Assert.Single(Actions, action => action.Kind == kind);

    public void None(WorkerActionKind kind) => Assert.DoesNotContain(Actions, action => action.Kind == kind);

    public void Play(Action<WorkerCore> play)
    {
        play(Core);
        Actions = Core.TakeActions();
    }

    /// <summary>Lets time pass, waking the core whenever it wants to be woken; collects what it does on the way.</summary>
    public void Advance(TimeSpan by)
    {
        var until = Now + by;
        List<WorkerAction> actions = [];
        while (Core.WakeAt <= until)
        {
            Now = Core.WakeAt > Now ? Core.WakeAt : Now;
            var before = Core.WakeAt;
            Core.Tick(Now);
            actions.AddRange(Core.TakeActions());
            Assert.True(Core.WakeAt > before, "The core must not ask to be woken for a moment that has passed.");
        }

        Now = until;
        Actions = actions;
    }

    public void AnswerPoll(WorkerPoll poll, params FetchedTask[] tasks) => Play(core => core.PollAnswered(Now, poll, new(tasks, null, null)));

    public void FailPoll(WorkerPoll poll, EngineError error, params FetchedTask[] tasks) => Play(core => core.PollAnswered(Now, poll, new(tasks, null, error)));

    public void End(WorkerTask task, TaskOutcome outcome = default) => Play(core => core.HandlerEnded(Now, task, outcome));

    public void AnswerSettle(WorkerTask task, EngineError? error = null) => Play(core => core.SettleAnswered(Now, task, error));

    public void AnswerLock(WorkerTask task, bool isRelock = false, EngineError? error = null) => Play(core => core.LockAnswered(Now, task, isRelock, Now, error));

    public void Stop(bool keepSweeping = false) => Play(core => core.Stop(Now, keepSweeping));

    public void AnswerList(OrphanSweep sweep, params string[] taskIds) => Play(core => core.OrphansListed(Now, sweep, [.. taskIds.Select(id => new LockedTask(id, sweep.WorkerId ?? "predecessor"))], null));

    /// <summary>Starts and delivers one task; its handler runs.</summary>
    public WorkerTask Running(int? retries = null)
    {
        AnswerPoll(Group.LongPoll!, Task(retries: retries));
        return Single(WorkerActionKind.StartHandler).Task;
    }

    /// <summary>A task whose handler has ended and whose result is on its way.</summary>
    public WorkerTask Settling(TaskOutcome outcome = default, int? retries = null)
    {
        var task = Running(retries);
        End(task, outcome);
        return task;
    }

    public FetchedTask Task(string? id = null, int? retries = null, string topic = "topic", string lockExpirationTime = "2026-01-01T00:01:00.000+0000")
    {
        id ??= $"t{++_ids}";
        var json = $$"""
            {"id":"{{id}}","topicName":"{{topic}}","workerId":"{{Group.LongPoll?.WorkerId ?? "w#0"}}","retries":{{retries?.ToString() ?? "null"}},
             "lockExpirationTime":"{{lockExpirationTime}}","variables":{} }
            """;
        return FetchedTask.Parse(Encoding.UTF8.GetBytes(json));
    }
}
