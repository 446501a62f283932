namespace Camunda.ExternalTask.Testing.State;

/// <summary>A process instance, running or ended.</summary>
internal sealed class ProcessInstance
{
    public ProcessInstance(string id, ProcessDefinition definition, string? businessKey, DateTimeOffset started)
    {
        Id = id;
        Definition = definition;
        BusinessKey = businessKey;
        Started = started;
        Root = new(id, this, null, null);
    }

    public string Id { get; }

    public ProcessDefinition Definition { get; }

    public string? BusinessKey { get; }

    public DateTimeOffset Started { get; }

    public Execution Root { get; }

    public DateTimeOffset? Ended { get; set; }

    public string State { get; set; } = "ACTIVE";

    public string? DeleteReason { get; set; }

    public bool IsSuspended { get; set; }

    /// <summary>The history's activities, in the order they began.</summary>
    public List<ActivityRecord> Activities { get; } = [];

    /// <summary>The history's variables, in the order they were created.</summary>
    public List<Variable> Variables { get; } = [];

    public List<TaskLogRecord> TaskLog { get; } = new(0);

    public IEnumerable<Execution> Executions() => Below(Root);

    private static IEnumerable<Execution> Below(Execution execution)
    {
        yield return execution;
        foreach (var descendant in execution.Children.SelectMany(Below))
        {
            yield return descendant;
        }
    }
}
