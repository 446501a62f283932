using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>What activities do to variables: mappings, scopes, workers, calls and boundary events.</summary>
internal sealed class FlowActivities(
    FlowGraph graph, IFlowContracts contracts, FlowRun run, FlowConditions conditions, FlowErrors errors, FlowExplorer explorer)
{
    private static readonly string[] LoopVariables = ["nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances"];

    public void Enter(FlowElement element, FlowState state)
    {
        var node = element.Node;
        var outer = state;
        if (node.MultiInstance is { } loop)
        {
            if (!CanEvaluate(element, loop.Collection, state) || !CanEvaluate(element, loop.LoopCardinality, state))
            {
                return;
            }

            state = EnterLoop(element, loop, state);
        }

        if (EnterInputs(element, state.Push(node.Id)) is not { } inner || !EnterBoundaryEvents(element, outer, inner))
        {
            return;
        }

        switch (node.Kind)
        {
            case BpmnNodeKind.SubProcess or BpmnNodeKind.Transaction:
                EnterSubprocess(element, inner);
                break;
            case BpmnNodeKind.CallActivity:
                Call(element, inner);
                break;
            case BpmnNodeKind.UserTask:
                Complete(element, inner.In(new(TransactionKind.Event, node.Id)).WithUnknownWriter());
                break;
            case BpmnNodeKind.ReceiveTask:
                Complete(element, explorer.Trigger(element, inner));
                break;
            default:
                Execute(element, inner);
                break;
        }
    }

    /// <summary>Ends an activity: evaluates its output parameters, leaves its scopes and continues.</summary>
    public void Complete(FlowElement element, FlowState state)
    {
        var node = element.Node;
        var written = new List<(string Name, VariableFact Fact)>();
        foreach (var output in node.Outputs)
        {
            if (Evaluate(element, output.Value, state) is not { } fact)
            {
                return;
            }

            written.Add((output.Name, fact));
            if (FlowWrites.RunsCode(output.Value))
            {
                state = state.WithUnknownWriter();
            }
        }

        var outer = written.Aggregate(state.Pop(), static (outer, output) => outer.Write(output.Name, output.Fact));
        if (node.MultiInstance is not null)
        {
            outer = LeaveLoop(element, outer);
        }

        foreach (var boundary in element.BoundaryEvents.Where(static boundary => !boundary.Node.Interrupting))
        {
            outer = outer.WithPossibleWrites(WritesAfter(boundary));
        }

        explorer.Leave(element, node.AsyncAfter ? outer.In(new(TransactionKind.Job, node.Id)) : outer);
    }

    private bool CanEvaluate(FlowElement element, BpmnText? text, FlowState state) =>
        text is not { HasExpression: true } || !conditions.Evaluate(element, text, state).AlwaysFails;

    private static FlowState EnterLoop(FlowElement element, BpmnMultiInstance loop, FlowState state)
    {
        state = state.Push(element.Node.Id + "#loop");
        foreach (var name in LoopVariables)
        {
            state = state.WriteLocal(name, VariableFact.Of(VariableTypes.Integer));
        }

        state = state.Push(element.Node.Id + "#instance").WriteLocal("loopCounter", VariableFact.Of(VariableTypes.Integer));
        return loop.ElementVariable is { } variable ? state.WriteLocal(variable.Value, VariableFact.Anything) : state;
    }

    // The loop may have no instance.
    private FlowState LeaveLoop(FlowElement element, FlowState state)
    {
        var outer = state.PopTo(graph.ScopeIdOf(element.Container));
        return outer.WithPossibleWrites(FlowWrites.Of([element], graph, contracts));
    }

    private FlowState? EnterInputs(FlowElement element, FlowState state)
    {
        foreach (var input in element.Node.Inputs)
        {
            if (Evaluate(element, input.Value, state) is not { } fact)
            {
                return null;
            }

            state = FlowWrites.RunsCode(input.Value) ? state.WithUnknownWriter() : state;
            state = state.WriteLocal(input.Name, fact);
        }

        return state;
    }

    // Null if the evaluation fails.
    private VariableFact? Evaluate(FlowElement element, BpmnValue value, FlowState state)
    {
        switch (value.Kind)
        {
            case BpmnValueKind.Empty:
                return VariableFact.Null;
            case BpmnValueKind.Text:
                return VariableFact.Text(value.Text);
            case BpmnValueKind.Expression:
                var result = conditions.Evaluate(element, new(value.Text, value.Position), state);
                return result.AlwaysFails ? null : result.Can(ExpressionOutcomes.Opaque) ? VariableFact.Anything : result.Fact;
            case BpmnValueKind.List or BpmnValueKind.Map:
                var parts = value.Items.Concat(value.Entries.Select(static entry => entry.Value));
                return parts.Any(part => Evaluate(element, part, state) is null) ? null : VariableFact.Of(VariableTypes.JavaCollection);
            default:
                return VariableFact.Anything;
        }
    }

    // False if a timer cannot be evaluated: then the activity is not entered.
    private bool EnterBoundaryEvents(FlowElement element, FlowState outer, FlowState inner)
    {
        foreach (var boundary in element.BoundaryEvents)
        {
            if (!conditions.CanEvaluateEvents(boundary, inner))
            {
                return false;
            }
        }

        if (!element.WithDescendants().Any(static part => Waits(part.Node)))
        {
            return true;
        }

        foreach (var boundary in element.BoundaryEvents)
        {
            if (boundary.Node.EventDefinitions.Any(static definition => definition.Kind is BpmnEventKind.Error or BpmnEventKind.Compensate or BpmnEventKind.Cancel))
            {
                continue;
            }

            var writes = FlowWrites.Of(boundary.Node.Interrupting ? element.Children : [element], graph, contracts);
            var state = explorer.Trigger(boundary, outer.WithPossibleWrites(writes));
            run.Continue(boundary, boundary.Node.Interrupting ? state : state.WithPossibleWrites(WritesAfter(element)));
        }

        return true;
    }

    private FlowWrites WritesAfter(FlowElement element) =>
        FlowWrites.Of(element.Outgoing.SelectMany(graph.ReachableFrom).Distinct(), graph, contracts);

    private static bool Waits(BpmnFlowNode node) =>
        node.External is not null || node.AsyncBefore || node.AsyncAfter
        || node.Kind is BpmnNodeKind.UserTask or BpmnNodeKind.ReceiveTask or BpmnNodeKind.CallActivity or BpmnNodeKind.IntermediateCatchEvent;

    private void EnterSubprocess(FlowElement element, FlowState state)
    {
        state = explorer.EnterScope(element, state);
        foreach (var start in element.Children.Where(static child => child.Node.Kind == BpmnNodeKind.StartEvent))
        {
            run.Continue(start, state);
        }
    }

    private void Call(FlowElement element, FlowState state)
    {
        var call = element.Node.Call!;
        if (!CanEvaluate(element, call.CalledElement, state))
        {
            return;
        }

        var called = FlowState.Start(call.CalledElement?.Value ?? "", state.Transaction, isOpen: call.In.Any(static mapping => mapping.All) && state.IsOpen);
        foreach (var mapping in call.In)
        {
            if (!CanEvaluate(element, mapping.SourceExpression, state))
            {
                return;
            }

            called = Pass(mapping, state, called);
        }

        if (call.CalledElement is { HasExpression: false, Value: var processId })
        {
            run.Call(processId, called);
        }

        errors.Throw(element, state, code: null);
        var after = state.In(new(TransactionKind.Event, element.Node.Id));
        if (call.Out.Any(static mapping => mapping.All || mapping.SourceExpression is { } source && FlowWrites.MaySetVariables(source.Value)))
        {
            after = after.WithUnknownWriter();
        }

        // A variable that the called process does not have becomes null.
        after = call.Out.Where(static mapping => mapping.Target is not null).Aggregate(
            after, static (after, mapping) => mapping.Local ? after.WriteLocal(mapping.Target!, VariableFact.Anything) : after.Write(mapping.Target!, VariableFact.Anything));
        Complete(element, after);
    }

    private static FlowState Pass(BpmnCallMapping mapping, FlowState caller, FlowState called)
    {
        if (mapping.All)
        {
            var names = caller.Frames.SelectMany(static frame => frame.Variables.Keys).Distinct();
            return names.Aggregate(called, (called, name) => called.Write(name, caller.Read(name)));
        }

        if (mapping.Target is not { } target)
        {
            return called;
        }

        var fact = mapping.Source is { } source ? caller.Read(source) : VariableFact.Anything;
        return called.Write(target, fact.IsAbsent ? VariableFact.Null : fact.IsPresent ? fact : VariableFact.Anything);
    }

    private void Execute(FlowElement element, FlowState state)
    {
        var node = element.Node;
        if (node.External is { } external)
        {
            if (CanEvaluate(element, external.Topic, state) && CanEvaluate(element, external.Priority, state))
            {
                ExecuteExternal(element, state);
            }

            return;
        }

        if (FlowWrites.IsUnknownWriter(node))
        {
            state = state.WithUnknownWriter();
        }

        Complete(element, node.ResultVariable is { } result ? state.Write(result.Value, VariableFact.Anything) : state);
    }

    private void ExecuteExternal(FlowElement element, FlowState state)
    {
        var node = element.Node;
        var contract = contracts.OfTask(graph.Process, node);
        if (contract is not null)
        {
            CheckInputs(element, contract, state);
        }

        // The worker's calls begin a transaction.
        state = state.In(new(TransactionKind.Complete, node.Id));
        foreach (var error in contract?.Errors ?? default)
        {
            errors.Throw(element, error.Variables.Aggregate(state, static (state, variable) => state.Write(variable)), error.Code);
        }

        if (contract is not { ReportsAny: false })
        {
            errors.Throw(element, state, code: null);
        }

        state = contract is null ? state.WithUnknownWriter() : contract.Writes.Aggregate(state, static (state, variable) => state.Write(variable));
        state = contract is { WritesAny: true } ? state.WithUnknownWriter() : state;
        foreach (var error in node.TaskErrors)
        {
            if (error.Expression is not { } expression)
            {
                continue;
            }

            var result = conditions.Evaluate(element, expression, state);
            if (result.AlwaysFails)
            {
                return;
            }

            errors.Throw(element, state.WithUnknownWriter(), graph.Model.ErrorCodeOf(error.ErrorRef));
            state = result.Can(ExpressionOutcomes.Opaque) ? state.WithUnknownWriter() : state;
        }

        Complete(element, state);
    }

    private void CheckInputs(FlowElement element, TaskContract contract, FlowState state)
    {
        foreach (var read in contract.Reads)
        {
            var fact = state.Read(read.Name);
            var kind = fact.IsAbsent && read.IsRequired ? FlowFindingKind.InputMissing
                : !read.Readable.MayInclude(fact) ? FlowFindingKind.InputUnreadable
                : (FlowFindingKind?)null;
            if (kind is { } found)
            {
                run.Report(new(found, element, element.Node.External!.Position)
                {
                    Variable = read.Name,
                    Property = read.Property,
                    Text = fact.Values.Count == 1 ? fact.Values[0] : null,
                    Types = fact.Types,
                    Transaction = state.Transaction,
                });
            }
        }
    }
}
