using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>Follows BPMN errors from where they are thrown to the events that catch them.</summary>
internal sealed class FlowErrors(FlowGraph graph, FlowRun run)
{
    /// <summary>Throws an error.</summary>
    /// <param name="element">The element that throws it.</param>
    /// <param name="state">The state in which it does, with the scopes of the element.</param>
    /// <param name="code">The code; null if it is not known, in which case any event may catch it.</param>
    public void Throw(FlowElement element, FlowState state, string? code)
    {
        for (var current = element; current is not null; current = current.Container)
        {
            var outer = state.PopTo(graph.ScopeIdOf(current.Container));
            foreach (var boundary in current.BoundaryEvents)
            {
                if (Catches(boundary, code) is { } definition)
                {
                    run.Continue(boundary, Caught(outer, definition, code));
                    if (code is not null)
                    {
                        return;
                    }
                }
            }

            // An error within an event subprocess is not caught by that subprocess.
            foreach (var triggered in graph.In(current.Container).Where(candidate => candidate.Node.TriggeredByEvent && candidate != current))
            {
                foreach (var start in triggered.Children)
                {
                    if (Catches(start, code) is { } definition)
                    {
                        run.Continue(start, Caught(outer.Push(triggered.Node.Id), definition, code));
                        if (code is not null)
                        {
                            return;
                        }
                    }
                }
            }
        }
    }

    private BpmnEventDefinition? Catches(FlowElement element, string? code)
    {
        if (element.Node.Kind is not (BpmnNodeKind.BoundaryEvent or BpmnNodeKind.StartEvent))
        {
            return null;
        }

        return element.Node.EventDefinitions.FirstOrDefault(
            definition => definition.Kind == BpmnEventKind.Error
                && (code is null || graph.Model.ErrorCodeOf(definition.Ref?.Value) is not { } caught || caught == code || BpmnText.IsExpression(caught)));
    }

    private static FlowState Caught(FlowState state, BpmnEventDefinition definition, string? code)
    {
        if (code is null)
        {
            state = state.WithUnknownWriter();
        }

        foreach (var variable in new[] { definition.CodeVariable, definition.MessageVariable })
        {
            if (variable is { Value: { Length: > 0 } name })
            {
                state = state.Write(name, VariableFact.Of(VariableTypes.String | VariableTypes.Null));
            }
        }

        return state;
    }
}
