using Camunda.ExternalTask.Testing.Processes;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>
/// A scope: the process instance, a running subprocess or loop, an activity that waits or has variables, or a path that waits for a job.
/// </summary>
internal sealed class Execution(string id, ProcessInstance instance, Execution? parent, ProcessNode? node)
{
    public string Id => id;

    public ProcessInstance Instance => instance;

    public Execution? Parent => parent;

    /// <summary>The activity that this scope belongs to; null for the process instance.</summary>
    public ProcessNode? Node => node;

    public Dictionary<string, Variable> Variables { get; } = new(0, StringComparer.Ordinal);

    public List<Execution> Children { get; } = new(0);

    public EngineTask? Task { get; set; }

    public UserTask? UserTask { get; set; }

    /// <summary>The instance that a call activity has called and that is still running.</summary>
    public ProcessInstance? Called { get; set; }

    /// <summary>The history's record of this scope's activity; null for the process instance and for a path that waits for a job.</summary>
    public ActivityRecord? Activity { get; set; }

    /// <summary>The events that this scope waits for.</summary>
    public List<EventSubscription> Subscriptions { get; } = new(0);

    public List<Job> Jobs { get; } = new(0);

    /// <summary>The completed activities of this scope that can be compensated, in order of their completion.</summary>
    public List<Compensation> Compensations { get; } = new(0);

    /// <summary>The number of active paths in this scope, including those that wait at a joining gateway.</summary>
    public int Tokens { get; set; }

    /// <summary>The number of paths that have arrived at each joining gateway, by the gateway's id.</summary>
    public Dictionary<string, int>? Arrivals { get; set; }

    /// <summary>The state of the loop; null unless this is the body of a multi-instance activity.</summary>
    public LoopState? Loop { get; set; }

    /// <summary>True for a scope that compensates the activities of a completed subprocess.</summary>
    public bool IsCompensating { get; init; }

    public string ActivityInstanceId => Activity?.Id ?? parent?.ActivityInstanceId ?? instance.Id;

    /// <summary>The variables of this scope and its parents; an inner variable hides outer ones of the same name.</summary>
    public IEnumerable<Variable> VisibleVariables(bool onlyLocal = false)
    {
        for (var scope = this; scope is not null; scope = onlyLocal ? null : scope.Parent)
        {
            foreach (var (name, variable) in scope.Variables)
            {
                if (!IsShadowed(scope, name))
                {
                    yield return variable;
                }
            }
        }
    }

    private bool IsShadowed(Execution outer, string name)
    {
        for (var inner = this; inner != outer; inner = inner.Parent!)
        {
            if (inner.Variables.ContainsKey(name))
            {
                return true;
            }
        }

        return false;
    }
}
