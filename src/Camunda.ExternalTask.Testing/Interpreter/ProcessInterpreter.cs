using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Runs instances within a transaction, up to their next wait states.</summary>
internal sealed class ProcessInterpreter
{
    // In the real engine, a loop without a wait state overflows the stack after some thousand steps.
    private const int MaxSteps = 100_000;

    private readonly EngineState _state;
    private readonly VariableStore _variables;
    private readonly ProcessHistory _history;
    private readonly Transaction _transaction;
    private readonly ExecutionTree _tree;
    private readonly ExecutionExpressions _expressions;
    private readonly ParameterMapping _parameters;
    private readonly ProcessTokens _tokens;
    private readonly Cancellation _cancellation;
    private readonly ErrorPropagation _errors;

    public ProcessInterpreter(EngineState state, VariableStore variables, ProcessHistory history, Transaction transaction)
    {
        _state = state;
        _variables = variables;
        _history = history;
        _transaction = transaction;
        _tree = new(state, history, transaction);
        _expressions = new(state, variables);
        _parameters = new(variables, _expressions);
        _tokens = new(_tree, _expressions, _parameters);
        _cancellation = new(_tree, history, _parameters);
        _errors = new(_tokens, _tree, history, variables, _cancellation);
    }

    public void Start(ProcessInstance instance)
    {
        _tokens.Start(instance.Root, instance.Definition.Graph.Start);
        Run();
    }

    public void Complete(EngineTask task)
    {
        var execution = task.Execution;
        foreach (var (code, condition) in task.Node.TaskErrors)
        {
            if (_expressions.In(execution).EvaluateCondition(condition))
            {
                Throw(execution, code, task.Data.ErrorMessage);
                return;
            }
        }

        _parameters.MapOutputs(execution);
        _history.Log(task, TaskLogKind.Success);
        _tree.EndActivity(execution);
        _tokens.Leave(execution.Parent!, task.Node);
        Run();
    }

    /// <summary>Throws the error of the first error definition that matches the task's failure; false if none does.</summary>
    public bool FailAsError(EngineTask task)
    {
        foreach (var (code, condition) in task.Node.TaskErrors)
        {
            if (Matches(task, condition))
            {
                Throw(task.Execution, code, task.Data.ErrorMessage);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Throws an error from a task. The innermost boundary event that catches it continues; otherwise its path ends silently.
    /// </summary>
    public void Throw(Execution origin, string? code, string? message)
    {
        _errors.Throw(origin, code, message);
        Run();
    }

    /// <summary>Ends an instance from outside.</summary>
    /// <param name="instance">A running instance.</param>
    /// <param name="reason">The reason in the history.</param>
    /// <param name="mapsOutputs">Whether the output parameters of its activities are evaluated.</param>
    public void Cancel(ProcessInstance instance, string? reason, bool mapsOutputs) =>
        _cancellation.CancelInstance(instance, reason, mapsOutputs);

    private void Run()
    {
        for (var steps = 0; _tokens.TryTake(out var scope, out var node); steps++)
        {
            if (steps == MaxSteps)
            {
                throw EngineErrors.Failed(
                    $"The instance took {MaxSteps} steps without a wait state, the last one into '{node.Id}'; "
                    + "add a task to the loop or fix its conditions.");
            }

            Enter(scope, node);
        }
    }

    private void Enter(Execution scope, ProcessNode node)
    {
        switch (node.Model.Kind)
        {
            case var _ when node.IsExternal:
                EnterTask(scope, node);
                break;
            case BpmnNodeKind.ParallelGateway:
                EnterJoin(scope, node);
                break;
            case BpmnNodeKind.SubProcess:
                EnterSubProcess(scope, node);
                break;
            case BpmnNodeKind.EndEvent when node.ThrowsError:
                EnterErrorEnd(scope, node);
                break;
            default:
                EnterPassing(scope, node);
                break;
        }
    }

    private void EnterPassing(Execution scope, ProcessNode node)
    {
        var record = _history.Begin(node, scope);
        if (node.Expression is { } expression)
        {
            var result = _expressions.In(scope).Evaluate(expression);
            if (node.Model.ResultVariable is { } variable)
            {
                _variables.Set(scope, variable.Value, EngineValue.Of(result));
            }
        }

        _history.End(record);
        _tokens.Leave(scope, node);
    }

    private void EnterTask(Execution scope, ProcessNode node)
    {
        var execution = _tree.AddChild(scope, node);
        _parameters.MapInputs(execution);
        var evaluator = _expressions.In(execution);
        var topic = ExpressionTexts.Show(evaluator.Evaluate(node.Topic!));
        var priority = node.Priority is { } expression ? ExpressionNumbers.ToLong(evaluator.Evaluate(expression)) : 0;
        var task = new EngineTask(_state.Ids.Next(), execution, topic, priority, _state.Now) { Sequence = _state.NextTaskSequence() };
        _state.AddTask(task, _transaction);
        _history.Log(task, TaskLogKind.Creation);
    }

    private void EnterSubProcess(Execution scope, ProcessNode node)
    {
        var execution = _tree.AddChild(scope, node);
        _parameters.MapInputs(execution);
        _tokens.Start(execution, node.InnerStart!);
    }

    private void EnterErrorEnd(Execution scope, ProcessNode node)
    {
        _history.Pass(node, scope);
        if (!_errors.TryCatch(scope, node.ErrorCode, null))
        {
            _tokens.End(scope);
        }
    }

    private void EnterJoin(Execution scope, ProcessNode node)
    {
        var arrivals = scope.Arrivals ??= [];
        var before = arrivals.GetValueOrDefault(node.Id);
        var now = before + 1 >= node.IncomingCount ? 0 : before + 1;
        arrivals[node.Id] = now;
        _transaction.OnRollback(() => arrivals[node.Id] = before);
        _history.Pass(node, scope);
        if (now > 0)
        {
            return;
        }

        _tree.AddTokens(scope, -before);
        _tokens.Leave(scope, node);
    }

    /// <summary>Evaluates a condition on a failed task. The engine ignores conditions that it cannot evaluate then.</summary>
    private bool Matches(EngineTask task, BpmnExpression condition)
    {
        try
        {
            return _expressions.In(task.Execution).EvaluateCondition(condition);
        }
        catch (EngineRequestException)
        {
            return false;
        }
    }
}
