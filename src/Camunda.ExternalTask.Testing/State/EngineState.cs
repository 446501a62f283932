namespace Camunda.ExternalTask.Testing.State;

/// <summary>
/// The engine's whole state. One lock guards it. Every change that a request may have to undo registers its reversal with the transaction.
/// </summary>
internal sealed partial class EngineState(TimeProvider time)
{
    // For longer locks and retry timeouts the real engine's dates overflow; a thousand years are enough here.
    private const long MaxMilliseconds = 31_536_000_000_000;

    private readonly Dictionary<string, TopicQueue> _topics = [];
    private long _taskSequence;

    public IdSource Ids { get; } = new();

    public List<Deployment> Deployments { get; } = [];

    public Dictionary<string, ProcessDefinition> Definitions { get; } = [];

    /// <summary>Running instances, in order of their start.</summary>
    public OrderedMap<ProcessInstance> Instances { get; } = new();

    /// <summary>Ended instances, in order of their end.</summary>
    public OrderedMap<ProcessInstance> Ended { get; } = new();

    public Dictionary<string, Execution> Executions { get; } = [];

    public OrderedMap<EngineTask> Tasks { get; } = new();

    public OrderedMap<UserTask> UserTasks { get; } = new();

    public OrderedMap<Job> Jobs { get; } = new();

    public OrderedMap<EventSubscription> Subscriptions { get; } = new();

    public OrderedMap<Incident> Incidents { get; } = new();

    /// <summary>What the test has implemented: Java classes, beans, expressions, scripts and decisions, by name.</summary>
    public Dictionary<string, Func<DelegateExecution, object?>> Implementations { get; } = new(StringComparer.Ordinal);

    /// <summary>The engine's time in whole milliseconds, the resolution of its database.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    /// <summary>The time at which a lock or a retry timeout of this length ends.</summary>
    public DateTimeOffset NowPlus(long milliseconds) => Now.AddMilliseconds(Math.Min(milliseconds, MaxMilliseconds));

    public long NextTaskSequence() => ++_taskSequence;

    /// <summary>Finds a running or ended instance.</summary>
    public ProcessInstance? FindInstance(string id) =>
        Instances.TryGetValue(id, out var running) ? running : Ended.TryGetValue(id, out var ended) ? ended : null;

    public TopicQueue Topic(string name)
    {
        if (!_topics.TryGetValue(name, out var topic))
        {
            _topics.Add(name, topic = new());
        }

        return topic;
    }

    /// <summary>Updates a task's place in the queue of its topic.</summary>
    public void Place(EngineTask task) => Topic(task.Topic).Place(task, Now);

    public void AddTask(EngineTask task, Transaction transaction)
    {
        Attach(task);
        transaction.WakesPolls = true;
        transaction.OnRollback(() => Detach(task));
    }

    public void RemoveTask(EngineTask task, Transaction transaction)
    {
        Detach(task);
        transaction.OnRollback(() => Attach(task));
        if (task.Incident is not null)
        {
            SetIncident(task, null, transaction);
        }
    }

    public void SetIncident(EngineTask task, Incident? incident, Transaction transaction)
    {
        var before = task.Incident;
        ReplaceIncident(task, incident);
        transaction.OnRollback(() => ReplaceIncident(task, before));
    }

    /// <summary>Changes a task's data and updates its place in the queue.</summary>
    public void Change(EngineTask task, Transaction transaction, Func<TaskData, TaskData> change)
    {
        var before = task.Data;
        task.Data = change(before);
        Place(task);
        transaction.OnRollback(() =>
        {
            task.Data = before;
            Place(task);
        });
    }

    private void Attach(EngineTask task)
    {
        Tasks.Add(task.Id, task);
        task.Execution.Task = task;
        Place(task);
    }

    private void Detach(EngineTask task)
    {
        Tasks.Remove(task.Id);
        Topic(task.Topic).Remove(task);
        task.Execution.Task = null;
    }

    private void ReplaceIncident(EngineTask task, Incident? incident)
    {
        if (task.Incident is { } before)
        {
            Incidents.Remove(before.Id);
        }

        task.Incident = incident;
        if (incident is not null)
        {
            Incidents.Add(incident.Id, incident);
        }
    }
}
