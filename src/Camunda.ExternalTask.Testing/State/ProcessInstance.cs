namespace Camunda.ExternalTask.Testing.State;

/// <summary>A process instance, running or ended.</summary>
internal sealed class ProcessInstance
{
    public ProcessInstance(string id, ProcessDefinition definition, string? businessKey, DateTimeOffset started, Execution? caller = null)
    {
        Caller = caller;
        Id = id;
        Definition = definition;
        BusinessKey = businessKey;
        Started = started;
        Root = new(id, this, null, null);
    }

    public string Id { get; }

    public ProcessDefinition Definition { get; }

    public string? BusinessKey { get; set; }

    /// <summary>The call activity that has started this instance, or null.</summary>
    public Execution? Caller { get; }

    /// <summary>The instance at the top of the calls.</summary>
    public ProcessInstance RootInstance => Caller?.Instance.RootInstance ?? this;

    /// <summary>The node at which the instance has started.</summary>
    public string? StartActivityId { get; set; }

    public DateTimeOffset Started { get; }

    public Execution Root { get; }

    public DateTimeOffset? Ended { get; set; }

    /// <summary>The engine's word for the state, without suspension.</summary>
    public string State { get; set; } = "ACTIVE";

    public string? DeleteReason { get; set; }

    public bool IsSuspended { get; set; }

    /// <summary>The history's activities, in order of their start.</summary>
    public List<ActivityRecord> Activities { get; } = [];

    /// <summary>The history's variables, in order of their creation.</summary>
    public List<Variable> Variables { get; } = [];

    public List<TaskLogRecord> TaskLog { get; } = new(0);

    /// <summary>The state that the history reports.</summary>
    public string HistoricState => this is { IsSuspended: true, Ended: null } ? "SUSPENDED" : State;

    /// <summary>The time at which the engine's cleanup may delete the instance from the history.</summary>
    public DateTimeOffset? RemovalTime => Ended is { } ended && Definition.HistoryTimeToLive is { } days ? ended.AddDays(days) : null;

    /// <summary>All scopes of the running instance, outer ones first.</summary>
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
