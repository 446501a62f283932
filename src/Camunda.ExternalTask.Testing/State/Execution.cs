using Camunda.ExternalTask.Testing.Processes;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>A scope: the instance itself, a running subprocess, or an external task that waits.</summary>
internal sealed class Execution(string id, ProcessInstance instance, Execution? parent, ProcessNode? node)
{
    public string Id => id;

    public ProcessInstance Instance => instance;

    public Execution? Parent => parent;

    /// <summary>The task or subprocess this is the scope of; null for the instance.</summary>
    public ProcessNode? Node => node;

    public Dictionary<string, Variable> Variables { get; } = new(0, StringComparer.Ordinal);

    public List<Execution> Children { get; } = new(0);

    public EngineTask? Task { get; set; }

    /// <summary>Where this scope's activity stands in the history; null for the instance.</summary>
    public ActivityRecord? Activity { get; set; }

    /// <summary>Paths of execution that have not ended in this scope, those that wait at a joining gateway included.</summary>
    public int Tokens { get; set; }

    /// <summary>How many paths have arrived at each joining gateway.</summary>
    public Dictionary<string, int>? Arrivals { get; set; }

    public string ActivityInstanceId => Activity?.Id ?? instance.Id;

    /// <summary>The variables seen from here; of equal names the innermost one.</summary>
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
