using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Runs instances within a transaction, up to their next wait states.</summary>
internal sealed partial class ProcessInterpreter
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
    private readonly Stack<Arrival> _arrivals = new();
    private bool _isRunning;

    public ProcessInterpreter(EngineState state, VariableStore variables, ProcessHistory history, Transaction transaction)
    {
        _state = state;
        _variables = variables;
        _history = history;
        _transaction = transaction;
        _tree = new(state, history, transaction);
        _expressions = new(state, variables);
        _parameters = new(variables, _expressions, RunScript);
    }

    /// <summary>Ends an instance from outside.</summary>
    /// <param name="instance">A running instance.</param>
    /// <param name="reason">The reason in the history.</param>
    /// <param name="mapsOutputs">Whether the output parameters of its activities are evaluated.</param>
    public void Cancel(ProcessInstance instance, string? reason, bool mapsOutputs) => CancelInstance(instance, "EXTERNALLY_TERMINATED", reason, mapsOutputs);

    /// <summary>Triggers the conditional events that changes of variables have made true.</summary>
    public void Continue() => Run();

    /// <summary>Performs all steps up to the next wait states.</summary>
    private void Run()
    {
        if (_isRunning)
        {
            return;
        }

        _isRunning = true;
        try
        {
            TriggerConditions();
            for (var steps = 0; _arrivals.TryPop(out var arrival); steps++)
            {
                if (steps == MaxSteps)
                {
                    throw EngineErrors.Failed(
                        $"The instance took {MaxSteps} steps without a wait state, the last one into '{arrival.Node.Id}'; "
                        + "add a task to the loop or fix its conditions.");
                }

                if (!_tree.HasEnded(arrival.Scope))
                {
                    Arrive(arrival);
                    TriggerConditions();
                }
            }
        }
        finally
        {
            _isRunning = false;
        }
    }

    /// <summary>Lets a token arrive at a node. The last token that is pushed arrives first, as in the engine.</summary>
    private void Push(Execution scope, ProcessNode node, bool skipsAsync = false) => _arrivals.Push(new(scope, node, skipsAsync));

    /// <summary>Forgets the tokens of a scope that have not arrived yet.</summary>
    private void DropArrivals(Execution scope)
    {
        var others = _arrivals.Where(arrival => arrival.Scope != scope).Reverse().ToList();
        _arrivals.Clear();
        others.ForEach(_arrivals.Push);
    }

    private void Arrive(Arrival arrival)
    {
        var (scope, node, skipsAsync) = arrival;
        if (node.HasAsyncBefore && !skipsAsync)
        {
            AddAsyncJob(scope, node, JobKind.AsyncBefore);
        }
        else if (node.Loop is not null)
        {
            EnterLoop(scope, node);
        }
        else if (node.Kind is BpmnNodeKind.ParallelGateway or BpmnNodeKind.InclusiveGateway)
        {
            EnterJoin(scope, node);
        }
        else
        {
            Enter(scope, node);
        }
    }

    /// <summary>Enters a node, or an inner instance of a loop with its variables.</summary>
    private void Enter(Execution scope, ProcessNode node, IReadOnlyList<(string Name, object? Value)>? loopVariables = null)
    {
        if (!node.IsScope && scope.Loop is null)
        {
            Pass(scope, node);
            return;
        }

        var execution = _tree.AddChild(scope, node);
        foreach (var (name, value) in loopVariables ?? [])
        {
            _variables.SetLocal(execution, name, ExpressionValues.ToEngine(value));
        }

        _parameters.MapInputs(execution);
        if (scope.Loop is null)
        {
            AwaitBoundaries(execution);
        }

        if (Notify(execution, node.Listeners, "start"))
        {
            Execute(execution, node);
        }
    }

    /// <summary>Executes a node that needs no scope.</summary>
    private void Pass(Execution scope, ProcessNode node)
    {
        if (node.Event?.Kind == BpmnEventKind.Link)
        {
            // The history does not list the events of links.
            Leave(scope, node);
            return;
        }

        var record = _history.Begin(node, scope);
        if (node.Action is { } action && !TryRun(action, scope, node, null))
        {
            _history.End(record, canceled: true);
            return;
        }

        if (node is { Event: { } thrown, IsExternal: false, Kind: BpmnNodeKind.IntermediateThrowEvent or BpmnNodeKind.EndEvent })
        {
            Throw(scope, node, thrown, record);
            return;
        }

        _history.End(record);
        Leave(scope, node);
    }

    private void Execute(Execution execution, ProcessNode node)
    {
        switch (node.Kind)
        {
            case var _ when node.IsExternal:
                CreateTask(execution, node);
                break;
            case BpmnNodeKind.UserTask:
                CreateUserTask(execution, node);
                break;
            case BpmnNodeKind.CallActivity:
                Call(execution, node);
                break;
            case BpmnNodeKind.EventBasedGateway:
                node.Outgoing.ForEach(flow => Await(execution, flow.Target));
                break;
            case BpmnNodeKind.ReceiveTask or BpmnNodeKind.IntermediateCatchEvent when node.Event is { Waits: true }:
                Await(execution, node);
                break;
            case BpmnNodeKind.IntermediateThrowEvent or BpmnNodeKind.EndEvent when node.Event is { } thrown:
                ThrowFrom(execution, node, thrown);
                break;
            case var _ when node.Body is not null:
                StartScope(execution, node.Body);
                break;
            default:
                if (node.Action is not { } action || TryRun(action, execution, node, null))
                {
                    Complete(execution);
                }

                break;
        }
    }

    private void StartScope(Execution execution, ProcessScope body)
    {
        _tree.SetTokens(execution, 1);
        AwaitEventSubprocesses(execution, body);
        Push(execution, body.Start ?? throw EngineErrors.Failed($"'{execution.Node?.Id}' has no start event"));
    }

    private readonly record struct Arrival(Execution Scope, ProcessNode Node, bool SkipsAsync);
}
