using Camunda.ExternalTask.Testing.Processes;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>A scope: the process instance, a running subprocess, or a waiting external task.</summary>
internal sealed class Execution(string id, ProcessInstance instance, Execution? parent, ProcessNode? node)
{
    public string Id => id;

    public ProcessInstance Instance => instance;

    public Execution? Parent => parent;

    /// <summary>The task or subprocess that this scope belongs to; null for the process instance.</summary>
    public ProcessNode? Node => node;

    public Dictionary<string, Variable> Variables { get; } = new(0, StringComparer.Ordinal);

    public List<Execution> Children { get; } = new(0);

    public EngineTask? Task { get; set; }

    /// <summary>The history's record of this scope's activity; null for the process instance.</summary>
    public ActivityRecord? Activity { get; set; }

    /// <summary>The number of active paths in this scope, including those that wait at a joining gateway.</summary>
    public int Tokens { get; set; }

    /// <summary>The number of paths that have arrived at each joining gateway, by the gateway's id.</summary>
    public Dictionary<string, int>? Arrivals { get; set; }

    public string ActivityInstanceId => Activity?.Id ?? instance.Id;

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
