using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Brings BPMN errors to the boundary events that catch them.</summary>
internal sealed class ErrorPropagation(
    ProcessTokens tokens,
    ExecutionTree tree,
    ProcessHistory history,
    VariableStore variables,
    Cancellation cancellation)
{
    /// <summary>Throws an error from a task or subprocess. If no boundary event catches it, its path ends silently.</summary>
    public void Throw(Execution origin, string? code, string? message)
    {
        if (TryCatch(origin, code, message))
        {
            return;
        }

        if (origin.Task is { } task)
        {
            history.Log(task, TaskLogKind.Deletion);
        }

        tree.EndActivity(origin);
        tokens.End(origin.Parent!);
    }

    /// <summary>Continues at the innermost boundary event that catches the error, if there is one.</summary>
    public bool TryCatch(Execution origin, string? code, string? message)
    {
        for (var execution = origin; execution.Parent is { } scope; execution = scope)
        {
            if (execution.Node!.BoundaryFor(code) is not { } boundary)
            {
                continue;
            }

            SetVariable(execution, boundary.Caught?.CodeVariable, code);
            SetVariable(execution, boundary.Caught?.MessageVariable, message);
            cancellation.CancelActivity(execution, mapsOutputs: true);
            history.Pass(boundary, scope);
            tokens.Leave(scope, boundary);
            return true;
        }

        return false;
    }

    private void SetVariable(Execution execution, BpmnText? name, string? value)
    {
        if (name is not null)
        {
            variables.Set(execution, name.Value, EngineValue.Of(value));
        }
    }
}
