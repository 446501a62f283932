using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>A variable of an execution. The history keeps it after the execution has ended.</summary>
internal sealed class Variable(string id, string name, Execution execution, DateTimeOffset created, EngineValue value)
{
    public string Id => id;

    public string Name => name;

    public Execution Execution => execution;

    public DateTimeOffset Created => created;

    public EngineValue Value { get; set; } = value;

    public bool IsDeleted { get; set; }
}
