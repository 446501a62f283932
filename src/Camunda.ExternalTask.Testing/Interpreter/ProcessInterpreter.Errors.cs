using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Brings errors and escalations to the events that catch them.</summary>
internal sealed partial class ProcessInterpreter
{
    /// <summary>
    /// Throws an error from an activity. The innermost event that catches it continues; otherwise its path ends silently.
    /// </summary>
    public void Throw(Execution origin, string? code, string? message)
    {
        ThrowError(origin, code, message);
        Run();
    }

    private void ThrowError(Execution origin, string? code, string? message)
    {
        if (TryCatch(origin, code, message))
        {
            return;
        }

        if (origin.Task is { } task)
        {
            _history.Log(task, TaskLogKind.Deletion);
        }

        if (origin.Parent is { } parent)
        {
            Notify(origin, origin.Node!.Listeners, "end");
            _parameters.MapOutputs(origin);
            _tree.EndActivity(origin);
            if (parent.Loop is not null)
            {
                EndInner(parent);
            }
            else
            {
                EndToken(parent);
            }
        }
    }

    /// <summary>Continues at the innermost event that catches the error, if there is one.</summary>
    private bool TryCatch(Execution origin, string? code, string? message)
    {
        if (FindCatcher(origin, BpmnEventKind.Error, code) is not var (owner, node))
        {
            return false;
        }

        SetVariable(owner, node.Event!.CodeVariable, code);
        SetVariable(owner, node.Event.MessageVariable, message);
        Trigger(owner, node);
        return true;
    }

    /// <returns>True if the escalation has interrupted the scope that has thrown it.</returns>
    private bool Escalate(Execution origin, string? code)
    {
        if (FindCatcher(origin, BpmnEventKind.Escalation, code) is not var (owner, node))
        {
            return false;
        }

        SetVariable(owner, node.Event!.CodeVariable, code);
        Trigger(owner, node);
        return node.Event.IsInterrupting;
    }

    private (Execution Owner, ProcessNode Node)? FindCatcher(Execution origin, BpmnEventKind kind, string? code)
    {
        ProcessNode? passed = null;
        for (var scope = origin; scope is not null; scope = scope.Parent ?? scope.Instance.Caller)
        {
            var body = scope.Loop is not null || scope.IsCompensating ? null
                : scope.Parent is null ? scope.Instance.Definition.Graph.Body
                : scope.Node!.Body;
            var starts = (body?.EventSubprocesses ?? []).Where(subprocess => subprocess != passed).Select(static subprocess => subprocess.Body!.Start!);
            if (Best(starts, kind, code) is { } start)
            {
                return (scope, start);
            }

            // The boundary events of a multi-instance activity belong to its body, not to the inner instances.
            if (scope.Node is { } node && scope.Parent!.Loop is null && Best(node.Boundaries, kind, code) is { } boundary)
            {
                return (scope, boundary);
            }

            passed = scope.Node;
        }

        return null;
    }

    /// <summary>An event with the code takes precedence over one without a code.</summary>
    private static ProcessNode? Best(IEnumerable<ProcessNode> events, BpmnEventKind kind, string? code) => events
        .Where(node => node.Event?.Kind == kind && node.Event.Catches(code))
        .OrderBy(static node => node.Event!.Code is null)
        .FirstOrDefault();

    private void SetVariable(Execution execution, string? name, string? value)
    {
        if (name is not null)
        {
            _variables.Set(execution, name, EngineValue.Of(value));
        }
    }
}
