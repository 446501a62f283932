using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>A variable that was created, updated or deleted.</summary>
internal sealed record VariableChange(Execution Scope, string Name, string Kind)
{
    /// <summary>Tells whether a conditional event must evaluate its condition.</summary>
    public bool Concerns(Execution waiting, ProcessEvent condition)
    {
        if ((condition.VariableName is not null && condition.VariableName != Name)
            || (condition.VariableEvents.Count > 0 && !condition.VariableEvents.Contains(Kind)))
        {
            return false;
        }

        var scope = waiting;
        while (scope is not null && scope != Scope)
        {
            scope = scope.Parent;
        }

        return scope is not null;
    }
}
