namespace Camunda.ExternalTask.Testing.State;

/// <summary>The tasks of one topic: those to be fetched, by priority and in order of arrival, and those whose lock may expire.</summary>
internal sealed class TopicQueue
{
    private readonly SortedList<long, LinkedList<EngineTask>> _ready = new(Comparer<long>.Create(static (left, right) => right.CompareTo(left)));
    private readonly PriorityQueue<(EngineTask Task, DateTimeOffset Expiration), DateTimeOffset> _locked = new();

    /// <summary>Puts a task where its state belongs; to be called whenever lock, retries, priority or suspension change.</summary>
    public void Place(EngineTask task, DateTimeOffset now)
    {
        Remove(task);
        if (task.Retries is <= 0 || task.Instance.IsSuspended)
        {
            return;
        }

        if (task.LockExpiration is { } expiration && expiration > now)
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

    /// <summary>What can be fetched now. The list may change only after the enumeration has ended.</summary>
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

            // Entries are not removed when a lock changes; those that no longer tell the truth are passed over.
            if (entry.Task.LockExpiration == entry.Expiration && entry.Task.QueueNode is null && IsAlive(entry.Task))
            {
                Place(entry.Task, now);
            }
        }
    }

    private void AddReady(EngineTask task)
    {
        if (!_ready.TryGetValue(task.Priority, out var tasks))
        {
            _ready.Add(task.Priority, tasks = new());
        }

        task.QueueNode = tasks.AddLast(task);
    }

    private static bool IsAlive(EngineTask task) => task.Execution.Task == task;
}
