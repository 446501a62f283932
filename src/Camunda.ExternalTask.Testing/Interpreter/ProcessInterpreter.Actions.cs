using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Runs expressions, and what the test implements.</summary>
internal sealed partial class ProcessInterpreter
{
    /// <summary>Runs an action of an activity; false if it has thrown a BPMN error, after which the activity has ended.</summary>
    private bool TryRun(ProcessAction action, Execution execution, ProcessNode node, string? eventName)
    {
        try
        {
            var result = Run(action, execution, node, eventName);
            if (action.ResultVariable is { } variable)
            {
                _variables.Set(execution, variable, ExpressionValues.ToEngine(result));
            }

            return true;
        }
        catch (DelegateBpmnErrorException error)
        {
            if (execution.Node == node)
            {
                ThrowError(execution, error.Code, error.ErrorMessage);
            }
            else if (!TryCatch(execution, error.Code, error.ErrorMessage))
            {
                EndToken(execution);
            }

            return false;
        }
    }

    /// <summary>Runs the listeners of an event; false if one has thrown a BPMN error that ended the activity.</summary>
    private bool Notify(Execution execution, IReadOnlyList<ProcessListener> listeners, string eventName, bool isTaskListener = false)
    {
        foreach (var listener in listeners)
        {
            if (listener.Event == eventName && listener.IsTaskListener == isTaskListener
                && (!TryRun(listener.Action, execution, execution.Node!, eventName) || _tree.HasEnded(execution)))
            {
                return false;
            }
        }

        return true;
    }

    private object? Run(ProcessAction action, Execution execution, ProcessNode? node, string? eventName)
    {
        if (_state.Implementations.TryGetValue(action.Name, out var implementation))
        {
            return implementation(new(new DelegateScope(_variables, execution, node, eventName)));
        }

        return action.Expression is { } expression
            ? _expressions.In(execution).Evaluate(expression)
            : throw EngineErrors.Failed($"'{action.Name}' is not implemented");
    }

    private object? RunScript(Execution execution, ProcessAction script) => Run(script, execution, execution.Node, null);

    private sealed class DelegateScope(VariableStore variables, Execution execution, ProcessNode? node, string? eventName) : IDelegateScope
    {
        public string ProcessInstanceId => execution.Instance.Id;

        public string? BusinessKey => execution.Instance.BusinessKey;

        public string? ActivityId => node?.Id;

        public string? EventName => eventName;

        public object? GetVariable(string name) => execution.VisibleVariables().FirstOrDefault(variable => variable.Name == name)?.Value.Value;

        public void SetVariable(string name, object? value, bool isLocal)
        {
            if (isLocal)
            {
                variables.SetLocal(execution, name, EngineValue.Of(value));
            }
            else
            {
                variables.Set(execution, name, EngineValue.Of(value));
            }
        }
    }
}
