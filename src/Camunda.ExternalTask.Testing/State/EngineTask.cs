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

    /// <summary>The position in the order of creation; creation times may be equal.</summary>
    public required long Sequence { get; init; }

    /// <summary>The members that workers and operators change. <see cref="EngineState.Change"/> replaces them.</summary>
    public TaskData Data { get; set; } = new() { Priority = priority };

    public Incident? Incident { get; set; }

    /// <summary>The entry in the topic's queue; null for a task that cannot be fetched now.</summary>
    public LinkedListNode<EngineTask>? QueueNode { get; set; }
}
