using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <content>Calls of other processes.</content>
internal sealed partial class FlowActivities
{
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
}
