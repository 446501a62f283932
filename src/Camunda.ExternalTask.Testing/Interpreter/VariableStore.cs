using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Sets and removes variables by the engine's rules for scopes.</summary>
internal sealed class VariableStore(EngineState state, EngineFlavor flavor, ProcessHistory history, Transaction transaction)
{
    private readonly List<Variable> _transient = [];
    private readonly List<VariableChange> _changes = [];

    /// <summary>The changes since the last call, for conditional events.</summary>
    public IReadOnlyList<VariableChange> TakeChanges()
    {
        if (_changes.Count == 0)
        {
            return [];
        }

        var changes = _changes.ToList();
        _changes.Clear();
        return changes;
    }

    /// <summary>Sets a variable in the innermost scope that already has it, or in the process instance.</summary>
    public void Set(Execution execution, string name, EngineValue value)
    {
        var scope = execution;
        while (!scope.Variables.ContainsKey(name) && scope.Parent is { } parent)
        {
            scope = parent;
        }

        SetLocal(scope, name, value);
    }

    public void SetAll(Execution execution, IEnumerable<(string Name, EngineValue Value)>? variables)
    {
        foreach (var (name, value) in variables ?? [])
        {
            Set(execution, name, value);
        }
    }

    public void SetAllLocal(Execution execution, IEnumerable<(string Name, EngineValue Value)>? variables)
    {
        foreach (var (name, value) in variables ?? [])
        {
            SetLocal(execution, name, value);
        }
    }

    public void SetLocal(Execution execution, string name, EngineValue value)
    {
        ColumnWidths.RequireStorable(value, flavor);
        Record(execution, name, execution.Variables.ContainsKey(name) ? "update" : "create");
        if (execution.Variables.TryGetValue(name, out var variable))
        {
            var before = variable.Value;
            variable.Value = value;
            transaction.OnRollback(() => variable.Value = before);
        }
        else
        {
            Add(execution, new Variable(state.Ids.Next(), name, execution, state.Now, value));
        }
    }

    public void Remove(Execution execution, string name)
    {
        if (!execution.Variables.Remove(name, out var variable))
        {
            return;
        }

        Record(execution, name, "delete");
        variable.IsDeleted = true;
        transaction.OnRollback(() =>
        {
            variable.IsDeleted = false;
            execution.Variables.Add(name, variable);
        });
    }

    /// <summary>Removes the transient variables at the end of the request.</summary>
    public void RemoveTransient()
    {
        foreach (var variable in _transient)
        {
            variable.Execution.Variables.Remove(variable.Name);
        }
    }

    private void Add(Execution execution, Variable variable)
    {
        execution.Variables.Add(variable.Name, variable);
        transaction.OnRollback(() => execution.Variables.Remove(variable.Name));
        if (variable.Value.IsTransient)
        {
            _transient.Add(variable);
        }
        else
        {
            history.Add(variable);
        }
    }

    private void Record(Execution scope, string name, string kind)
    {
        if (state.Conditions.Count > 0)
        {
            _changes.Add(new(scope, name, kind));
        }
    }
}
