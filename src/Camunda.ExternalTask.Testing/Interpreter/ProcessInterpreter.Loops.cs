using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Runs multi-instance activities.</summary>
internal sealed partial class ProcessInterpreter
{
    private const string Instances = "nrOfInstances";
    private const string Completed = "nrOfCompletedInstances";
    private const string Active = "nrOfActiveInstances";
    private const string Counter = "loopCounter";

    private void EnterLoop(Execution scope, ProcessNode node)
    {
        var loop = node.Loop!;
        var state = LoopStateOf(scope, loop);
        var body = _tree.AddChild(scope, node, state);
        AwaitBoundaries(body);
        _variables.SetLocal(body, Instances, EngineValue.Of(state.Count));
        _variables.SetLocal(body, Completed, EngineValue.Of(0));
        _variables.SetLocal(body, Active, EngineValue.Of(loop.IsSequential ? 1 : state.Count));
        if (state.Count == 0)
        {
            EndLoop(body);
            return;
        }

        if (loop.IsSequential)
        {
            EnterInner(body, 0);
            return;
        }

        for (var i = 0; i < state.Count && !_tree.HasEnded(body); i++)
        {
            EnterInner(body, i);
        }
    }

    private void EnterInner(Execution body, int index)
    {
        var (node, loop) = (body.Node!, body.Node!.Loop!);
        List<(string, object?)> variables = [(Counter, index)];
        if (loop.ElementVariable is { } name && body.Loop!.Items is { } items)
        {
            variables.Add((name, items[index]));
        }

        if (loop.IsAsyncBefore)
        {
            AddAsyncJob(body, node, JobKind.AsyncBefore, isInnerOfLoop: true, variables: variables);
        }
        else
        {
            Enter(body, node, variables);
        }
    }

    /// <summary>Counts an inner instance that has ended, and starts the next one or ends the loop.</summary>
    private void EndInner(Execution body)
    {
        var loop = body.Node!.Loop!;
        var completed = Count(body, Completed) + 1;
        _variables.SetLocal(body, Completed, EngineValue.Of(completed));
        if (!loop.IsSequential)
        {
            _variables.SetLocal(body, Active, EngineValue.Of(Count(body, Active) - 1));
        }

        if (completed >= body.Loop!.Count || (loop.CompletionCondition is { } condition && _expressions.In(body).EvaluateCondition(condition)))
        {
            CancelChildren(body, mapsOutputs: true);
            EndLoop(body);
        }
        else if (loop.IsSequential)
        {
            EnterInner(body, completed);
        }
    }

    private void EndLoop(Execution body)
    {
        var (scope, node) = (body.Parent!, body.Node!);
        _tree.EndActivity(body);
        if (node.CompensationHandler is not null)
        {
            _tree.AddCompensation(scope, new(node, [], []));
        }

        Leave(scope, node);
    }

    private LoopState LoopStateOf(Execution scope, ProcessLoop loop)
    {
        if (loop.Cardinality is { } cardinality)
        {
            var count = ExpressionNumbers.ToLong(_expressions.In(scope).Evaluate(cardinality));
            return count < 0
                ? throw EngineErrors.Failed($"Invalid number of instances: must be non-negative integer value, but was {count}")
                : new(null, (int)count);
        }

        var collection = loop.Collection!;
        object? value;
        if (collection.IsText)
        {
            value = new ExecutionScope(_state, _variables, scope, null).TryGetVariable(collection.Text, out var found)
                ? found
                : throw EngineErrors.Failed($"Variable '{collection.Text}' is not found");
        }
        else
        {
            value = _expressions.In(scope).Evaluate(collection);
        }

        var items = ExpressionCollections.ItemsOf(value) ?? throw EngineErrors.Failed(collection.IsText
            ? $"ENGINE-02025 Variable '{collection.Text}' is not from type 'Collection'."
            : $"ENGINE-02024 Expression '{collection.Text}' didn't resolve to type 'Collection'.");
        return new(items, items.Count);
    }

    private static int Count(Execution body, string name) => (int)ExpressionNumbers.ToLong(body.Variables[name].Value.Value);
}
