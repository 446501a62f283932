namespace Camunda.ExternalTask.Testing.State;

/// <summary>
/// The tasks of a topic that can be fetched, by priority and then in order of arrival, and those whose locks will expire.
/// </summary>
internal sealed class TopicQueue
{
    private readonly SortedList<long, LinkedList<EngineTask>> _ready =
        new(Comparer<long>.Create(static (left, right) => right.CompareTo(left)));

    private readonly PriorityQueue<(EngineTask Task, DateTimeOffset Expiration), DateTimeOffset> _locked = new();

    /// <summary>Updates a task's place. Call this after each change of its lock, retries, priority or suspension.</summary>
    public void Place(EngineTask task, DateTimeOffset now)
    {
        Remove(task);
        if (!task.Data.HasRetriesLeft || task.Instance.IsSuspended)
        {
            return;
        }

        if (task.Data.LockExpiration is { } expiration && expiration > now)
        {
            _locked.Enqueue((task, expiration), expiration);
        }
        else
        {
            AddReady(task);
        }
    }

    public void Remove(EngineTask task)
    {
        if (task.QueueNode is { } node)
        {
            node.List!.Remove(node);
            task.QueueNode = null;
        }
    }

    /// <summary>The tasks that can be fetched now. Do not change the queue during the enumeration.</summary>
    public IEnumerable<EngineTask> Ready(DateTimeOffset now)
    {
        ReleaseExpired(now);
        return _ready.Count == 1 ? _ready.Values[0] : _ready.Values.SelectMany(static tasks => tasks);
    }

    private void ReleaseExpired(DateTimeOffset now)
    {
        while (_locked.TryPeek(out var entry, out var expiration) && expiration <= now)
        {
            _locked.Dequeue();

            // An entry stays in the queue when its task's lock changes. Such outdated entries are skipped here.
            if (entry.Task.Data.LockExpiration == entry.Expiration && entry.Task.QueueNode is null && IsAlive(entry.Task))
            {
                Place(entry.Task, now);
            }
        }
    }

    private void AddReady(EngineTask task)
    {
        if (!_ready.TryGetValue(task.Data.Priority, out var tasks))
        {
            _ready.Add(task.Data.Priority, tasks = new());
        }

        task.QueueNode = tasks.AddLast(task);
    }

    private static bool IsAlive(EngineTask task) => task.Execution.Task == task;
}
