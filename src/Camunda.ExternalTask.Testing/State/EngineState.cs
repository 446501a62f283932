namespace Camunda.ExternalTask.Testing.State;

/// <summary>
/// Everything the engine knows. Guarded by the engine's one lock; changes that a request may have to take back tell its transaction.
/// </summary>
internal sealed class EngineState(TimeProvider time)
{
    public IdSource Ids { get; } = new();

    public List<Deployment> Deployments { get; } = [];

    public Dictionary<string, ProcessDefinition> Definitions { get; } = [];

    /// <summary>Running instances, in the order they were started.</summary>
    public OrderedMap<ProcessInstance> Instances { get; } = new();

    /// <summary>Ended instances, in the order they ended.</summary>
    public OrderedMap<ProcessInstance> Ended { get; } = new();

    public Dictionary<string, Execution> Executions { get; } = [];

    public OrderedMap<EngineTask> Tasks { get; } = new();

    public OrderedMap<Incident> Incidents { get; } = new();

    private readonly Dictionary<string, TopicQueue> _topics = [];
    private long _taskSequence;

    /// <summary>The engine's time, to the millisecond as its database keeps it.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    public long NextTaskSequence() => ++_taskSequence;

    public TopicQueue Topic(string name)
    {
        if (!_topics.TryGetValue(name, out var topic))
        {
            _topics.Add(name, topic = new());
        }

        return topic;
    }

    public void Place(EngineTask task) => Topic(task.Topic).Place(task, Now);

    public void AddTask(EngineTask task, Transaction transaction)
    {
        Tasks.Add(task.Id, task);
        task.Execution.Task = task;
        Place(task);
        transaction.WakesPolls = true;
        transaction.OnRollback(() => Detach(task));
    }

    public void RemoveTask(EngineTask task, Transaction transaction)
    {
        Detach(task);
        transaction.OnRollback(() =>
        {
            Tasks.Add(task.Id, task);
            task.Execution.Task = task;
            Place(task);
        });
        if (task.Incident is not null)
        {
            SetIncident(task, null, transaction);
        }
    }

    public void SetIncident(EngineTask task, Incident? incident, Transaction transaction)
    {
        var before = task.Incident;
        Replace(task, incident);
        transaction.OnRollback(() => Replace(task, before));
    }

    /// <summary>Changes a task and puts it back in its queue.</summary>
    public void Change(EngineTask task, Transaction transaction, Action<EngineTask> change)
    {
        var (workerId, expiration, retries, priority, message, details) =
            (task.WorkerId, task.LockExpiration, task.Retries, task.Priority, task.ErrorMessage, task.ErrorDetails);
        change(task);
        Place(task);
        transaction.OnRollback(() =>
        {
            (task.WorkerId, task.LockExpiration, task.Retries, task.Priority, task.ErrorMessage, task.ErrorDetails) =
                (workerId, expiration, retries, priority, message, details);
            Place(task);
        });
    }

    private void Detach(EngineTask task)
    {
        Tasks.Remove(task.Id);
        Topic(task.Topic).Remove(task);
        task.Execution.Task = null;
    }

    private void Replace(EngineTask task, Incident? incident)
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
