using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing;

/// <summary>Moves instances through their graphs, within one transaction, up to the next wait states.</summary>
internal sealed class ProcessInterpreter(EngineState state, VariableStore variables, ProcessHistory history, Transaction transaction)
{
    // A loop without a wait state overflows the real engine's stack after some thousands of steps.
    private const int MaxSteps = 100_000;

    private readonly ExecutionTree _tree = new(state, history, transaction);
    private readonly Queue<(Execution Scope, ProcessNode Node)> _arriving = new();

    public void Start(ProcessInstance instance)
    {
        instance.Root.Tokens = 1;
        _arriving.Enqueue((instance.Root, instance.Definition.Graph.Start));
        Run();
    }

    public void Complete(EngineTask task)
    {
        var execution = task.Execution;
        foreach (var (code, condition) in task.Node.TaskErrors)
        {
            if (Evaluator(execution, task).EvaluateCondition(condition))
            {
                Throw(execution, code, task.ErrorMessage);
                return;
            }
        }

        MapOutputs(execution);
        history.Log(task, TaskLogKind.Success, task.Retries);
        _tree.EndActivity(execution);
        Leave(execution.Parent!, task.Node);
        Run();
    }

    /// <summary>Tells whether one of the task's own error definitions turned the failure into an error.</summary>
    public bool FailAsError(EngineTask task)
    {
        foreach (var (code, condition) in task.Node.TaskErrors)
        {
            bool matches;
            try
            {
                matches = Evaluator(task.Execution, task).EvaluateCondition(condition);
            }
            catch (EngineRequestException)
            {
                continue;
            }

            if (matches)
            {
                Throw(task.Execution, code, task.ErrorMessage);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Throws an error from a task or subprocess: the innermost boundary event that catches it goes on; without one the path ends silently.
    /// </summary>
    public void Throw(Execution origin, string? code, string? message)
    {
        Propagate(origin, code, message);
        Run();
    }

    /// <summary>Ends an instance from outside; its activities' output parameters are evaluated on the way, unless they are to be skipped.</summary>
    public void Cancel(ProcessInstance instance, string? reason, bool mapsOutputs)
    {
        foreach (var child in instance.Root.Children.ToArray())
        {
            CancelActivity(child, mapsOutputs);
        }

        _tree.End(instance, "EXTERNALLY_TERMINATED", reason);
    }

    private void Run()
    {
        for (var steps = 0; _arriving.TryDequeue(out var arrival); steps++)
        {
            if (steps == MaxSteps)
            {
                throw EngineErrors.Failed($"The instance took {MaxSteps} steps without a wait state, the last one into '{arrival.Node.Id}'.");
            }

            Enter(arrival.Scope, arrival.Node);
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
                history.Pass(node, scope);
                if (!TryCatch(scope, node.ErrorCode, null))
                {
                    EndToken(scope);
                }

                break;
            default:
                EnterPassing(scope, node);
                break;
        }
    }

    private void EnterPassing(Execution scope, ProcessNode node)
    {
        var record = history.Begin(node, scope);
        if (node.Expression is { } expression)
        {
            var result = Evaluator(scope).Evaluate(expression);
            if (node.Model.ResultVariable is { } variable)
            {
                variables.Set(scope, variable.Value, EngineValue.Of(result));
            }
        }

        history.End(record);
        Leave(scope, node);
    }

    private void EnterTask(Execution scope, ProcessNode node)
    {
        var execution = _tree.AddChild(scope, node);
        MapInputs(execution);
        var evaluator = Evaluator(execution);
        var topic = ExpressionTexts.Show(evaluator.Evaluate(node.Topic!));
        var priority = node.Priority is { } expression ? ExpressionNumbers.ToLong(evaluator.Evaluate(expression)) : 0;
        var task = new EngineTask(state.Ids.Next(), execution, topic, priority, state.Now) { Sequence = state.NextTaskSequence() };
        state.AddTask(task, transaction);
        history.Log(task, TaskLogKind.Creation, task.Retries);
    }

    private void EnterSubProcess(Execution scope, ProcessNode node)
    {
        var execution = _tree.AddChild(scope, node);
        MapInputs(execution);
        execution.Tokens = 1;
        _arriving.Enqueue((execution, node.InnerStart!));
    }

    private void EnterJoin(Execution scope, ProcessNode node)
    {
        var arrivals = scope.Arrivals ??= [];
        var before = arrivals.GetValueOrDefault(node.Id);
        var now = before + 1 >= node.IncomingCount ? 0 : before + 1;
        arrivals[node.Id] = now;
        transaction.OnRollback(() => arrivals[node.Id] = before);
        history.Pass(node, scope);
        if (now > 0)
        {
            return;
        }

        _tree.AddTokens(scope, -before);
        Leave(scope, node);
    }

    private void Leave(Execution scope, ProcessNode node)
    {
        var taken = FlowChooser.Choose(node, Evaluator(scope));
        if (taken.Count == 0)
        {
            EndToken(scope);
            return;
        }

        _tree.AddTokens(scope, taken.Count - 1);
        foreach (var flow in taken)
        {
            _arriving.Enqueue((scope, flow.Target));
        }
    }

    private void EndToken(Execution scope)
    {
        _tree.AddTokens(scope, -1);
        if (scope.Tokens > 0)
        {
            return;
        }

        if (scope.Parent is not { } parent)
        {
            _tree.End(scope.Instance, "COMPLETED", null);
            return;
        }

        MapOutputs(scope);
        _tree.EndActivity(scope);
        Leave(parent, scope.Node!);
    }

    private void Propagate(Execution origin, string? code, string? message)
    {
        if (TryCatch(origin, code, message))
        {
            return;
        }

        var scope = origin.Parent!;
        if (origin.Task is { } task)
        {
            history.Log(task, TaskLogKind.Deletion, task.Retries);
        }

        _tree.EndActivity(origin);
        EndToken(scope);
    }

    private bool TryCatch(Execution origin, string? code, string? message)
    {
        for (var execution = origin; execution.Parent is { } scope; execution = scope)
        {
            if (execution.Node!.BoundaryFor(code) is not { } boundary)
            {
                continue;
            }

            if (boundary.Caught?.CodeVariable is { } codeVariable)
            {
                variables.Set(execution, codeVariable.Value, EngineValue.Of(code));
            }

            if (boundary.Caught?.MessageVariable is { } messageVariable)
            {
                variables.Set(execution, messageVariable.Value, EngineValue.Of(message));
            }

            CancelActivity(execution, mapsOutputs: true);
            history.Pass(boundary, scope);
            Leave(scope, boundary);
            return true;
        }

        return false;
    }

    private void CancelActivity(Execution execution, bool mapsOutputs)
    {
        foreach (var child in execution.Children.ToArray())
        {
            CancelActivity(child, mapsOutputs);
        }

        if (mapsOutputs)
        {
            MapOutputs(execution);
        }

        if (execution.Task is { } task)
        {
            history.Log(task, TaskLogKind.Deletion, task.Retries);
        }

        _tree.EndActivity(execution, canceled: true);
    }

    private void MapInputs(Execution execution)
    {
        foreach (var input in execution.Node!.Inputs)
        {
            variables.SetLocal(execution, input.Name, ParameterValues.Of(input, Evaluator(execution)));
        }
    }

    private void MapOutputs(Execution execution)
    {
        foreach (var output in execution.Node!.Outputs)
        {
            variables.Set(execution.Parent!, output.Name, ParameterValues.Of(output, Evaluator(execution)));
        }
    }

    private ExpressionEvaluator Evaluator(Execution execution, EngineTask? task = null) =>
        new(new ExecutionScope(execution, task ?? execution.Task, state.Now, (name, value) => variables.Set(execution, name, value)));
}
