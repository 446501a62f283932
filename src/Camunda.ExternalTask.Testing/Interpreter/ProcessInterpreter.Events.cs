using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Waits for events, and continues when they occur.</summary>
internal sealed partial class ProcessInterpreter
{
    private readonly HashSet<EventSubscription> _newConditions = [];

    /// <summary>Delivers a message or signal to a scope that waits for it.</summary>
    public void Receive(
        EventSubscription subscription,
        IEnumerable<(string Name, EngineValue Value)>? variables,
        IEnumerable<(string Name, EngineValue Value)>? localVariables = null)
    {
        _variables.SetAll(subscription.Execution!, variables);
        _variables.SetAllLocal(subscription.Execution!, localVariables);
        Trigger(subscription.Execution!, subscription.Node, subscription);
        Run();
    }

    /// <summary>Delivers a signal to all scopes that wait for it, and starts the processes that begin with it.</summary>
    public void Signal(string name, string? tenantId, bool isForTenant, IReadOnlyList<(string Name, EngineValue Value)>? variables)
    {
        var found = _state.Subscriptions.Values.Where(subscription => subscription.Kind == BpmnEventKind.Signal && subscription.Name == name
            && (!isForTenant || subscription.Definition.TenantId == tenantId)).ToList();
        foreach (var subscription in found)
        {
            if (subscription.Execution is null)
            {
                var instance = Create(subscription.Definition, null);
                _variables.SetAllLocal(instance.Root, variables);
                StartAt(instance, subscription.Node);
            }
            else if (!_tree.HasEnded(subscription.Execution) && subscription.Execution.Subscriptions.Contains(subscription))
            {
                _variables.SetAll(subscription.Execution, variables);
                Trigger(subscription.Execution, subscription.Node, subscription);
            }
        }

        Run();
    }

    private void AwaitBoundaries(Execution execution)
    {
        foreach (var boundary in execution.Node!.Boundaries.Where(static boundary => boundary.Event is { Waits: true }))
        {
            Await(execution, boundary);
        }
    }

    private void AwaitEventSubprocesses(Execution execution, ProcessScope body)
    {
        foreach (var start in body.EventSubprocesses.Select(static subprocess => subprocess.Body!.Start!).Where(static start => start.Event is { Waits: true }))
        {
            Await(execution, start);
        }
    }

    /// <summary>Lets a scope wait for an event.</summary>
    private void Await(Execution execution, ProcessNode node)
    {
        var definition = node.Event!;
        if (definition.Kind == BpmnEventKind.Timer)
        {
            AddTimer(execution, node);
            return;
        }

        var name = definition.Name is { } expression ? ExpressionTexts.Show(_expressions.In(execution).Evaluate(expression)) : "";
        var subscription = new EventSubscription(
            _state.Ids.Next(),
            definition.Kind,
            name,
            execution.Instance.Definition,
            execution,
            node,
            _state.Now);
        _state.Subscribe(subscription, _transaction);
        if (definition.Kind == BpmnEventKind.Conditional)
        {
            _newConditions.Add(subscription);
        }
    }

    /// <summary>Continues at an event that has occurred.</summary>
    private void Trigger(Execution owner, ProcessNode node, EventSubscription? subscription = null)
    {
        if (node.Kind == BpmnNodeKind.BoundaryEvent)
        {
            var scope = owner.Parent!;
            if (node.Event!.IsInterrupting)
            {
                CancelActivity(owner, mapsOutputs: true);
            }
            else
            {
                _tree.AddTokens(scope, 1);
            }

            Push(scope, node);
        }
        else if (node.Kind == BpmnNodeKind.StartEvent)
        {
            if (node.Event!.IsInterrupting)
            {
                Interrupt(owner);
            }

            _tree.AddTokens(owner, 1);
            Push(owner, node.Container!);
        }
        else if (owner.Node == node)
        {
            if (subscription is not null)
            {
                _state.Unsubscribe(subscription, _transaction);
            }

            Complete(owner);
        }
        else
        {
            TriggerBehindGateway(owner, node);
        }
    }

    private void TriggerBehindGateway(Execution gateway, ProcessNode node)
    {
        var scope = gateway.Parent!;
        Notify(gateway, gateway.Node!.Listeners, "end");
        _tree.EndActivity(gateway, canceled: true);
        var execution = _tree.AddChild(scope, node);
        _parameters.MapInputs(execution);
        if (Notify(execution, node.Listeners, "start"))
        {
            Complete(execution);
        }
    }

    /// <summary>Triggers the conditional events whose conditions have become true.</summary>
    private void TriggerConditions()
    {
        while (_state.Conditions.Count > 0)
        {
            var changes = _variables.TakeChanges();
            if (changes.Count == 0 && _newConditions.Count == 0)
            {
                return;
            }

            var concerned = _state.Conditions.Where(condition => _newConditions.Contains(condition)
                || changes.Any(change => change.Concerns(condition.Execution!, condition.Node.Event!))).ToList();
            _newConditions.Clear();
            foreach (var subscription in concerned)
            {
                if (subscription.Execution!.Subscriptions.Contains(subscription) && IsTrue(subscription))
                {
                    Trigger(subscription.Execution, subscription.Node, subscription);
                }
            }
        }
    }

    /// <summary>Evaluates the condition of an event. The engine treats a condition that fails as false.</summary>
    private bool IsTrue(EventSubscription subscription)
    {
        try
        {
            return _expressions.In(subscription.Execution!).EvaluateCondition(subscription.Node.Event!.Body!);
        }
        catch (EngineRequestException)
        {
            return false;
        }
    }

    /// <summary>Throws an event from a node without a scope.</summary>
    private void Throw(Execution scope, ProcessNode node, ProcessEvent thrown, ActivityRecord? record)
    {
        switch (thrown.Kind)
        {
            case BpmnEventKind.Error:
                var message = thrown.Message is { } text ? ExpressionTexts.Show(_expressions.In(scope).Evaluate(text)) : null;
                var isCaught = TryCatch(scope, thrown.Code, message);
                _history.End(record, canceled: isCaught);
                if (!isCaught)
                {
                    EndToken(scope);
                }

                break;
            case BpmnEventKind.Terminate:
                _history.End(record);
                Interrupt(scope);
                CompleteScope(scope);
                break;
            case BpmnEventKind.Escalation:
                var isInterrupted = Escalate(scope, thrown.Code ?? throw EngineErrors.Failed("escalationCode is null"));
                _history.End(record, canceled: isInterrupted);
                if (!isInterrupted)
                {
                    Leave(scope, node);
                }

                break;
            case BpmnEventKind.Signal:
                Signal(ExpressionTexts.Show(_expressions.In(scope).Evaluate(thrown.Name!)), scope.Instance.Definition.TenantId, isForTenant: true, null);
                goto default;
            default:
                _history.End(record, canceled: _tree.HasEnded(scope));
                if (!_tree.HasEnded(scope))
                {
                    Leave(scope, node);
                }

                break;
        }
    }

    /// <summary>Throws an event from a node with a scope.</summary>
    private void ThrowFrom(Execution execution, ProcessNode node, ProcessEvent thrown)
    {
        if (thrown.Kind is BpmnEventKind.Compensate or BpmnEventKind.Cancel)
        {
            Compensate(execution, thrown);
            return;
        }

        if (node.Action is { } action && !TryRun(action, execution, node, null))
        {
            return;
        }

        var scope = execution.Parent!;
        if (Notify(execution, node.Listeners, "end"))
        {
            _parameters.MapOutputs(execution);
            _tree.EndActivity(execution);
            Throw(scope, node, thrown, null);
        }
    }
}
