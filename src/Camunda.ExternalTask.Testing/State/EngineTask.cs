using Camunda.ExternalTask.Testing.Processes;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>An external task that waits for a worker.</summary>
internal sealed class EngineTask(string id, Execution execution, string topic, long priority, DateTimeOffset created)
{
    public string Id => id;

    public Execution Execution => execution;

    public ProcessInstance Instance => execution.Instance;

    public ProcessNode Node => execution.Node!;

    public string Topic => topic;

    public DateTimeOffset Created => created;

    public long Priority { get; set; } = priority;

    public int? Retries { get; set; }

    public string? WorkerId { get; set; }

    public DateTimeOffset? LockExpiration { get; set; }

    public string? ErrorMessage { get; set; }

    public string? ErrorDetails { get; set; }

    public Incident? Incident { get; set; }

    /// <summary>The order of creation; creation times may be equal.</summary>
    public required long Sequence { get; init; }

    /// <summary>Where the task stands in its topic's queue, if it can be fetched now.</summary>
    public LinkedListNode<EngineTask>? QueueNode { get; set; }

    public bool IsLockedAt(DateTimeOffset now) => LockExpiration > now;
}
