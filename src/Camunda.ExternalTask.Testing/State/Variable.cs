using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>A variable of one execution; kept by the history after the execution is gone.</summary>
internal sealed class Variable(string id, string name, Execution execution, DateTimeOffset created, EngineValue value)
{
    public string Id => id;

    public string Name => name;

    public Execution Execution => execution;

    public DateTimeOffset Created => created;

    public EngineValue Value { get; set; } = value;

    public bool IsDeleted { get; set; }
}
