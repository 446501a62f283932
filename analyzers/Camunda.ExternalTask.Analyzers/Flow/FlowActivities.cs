using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>What activities do to variables: mappings, scopes, workers, calls and boundary events.</summary>
internal sealed partial class FlowActivities(
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
}
