using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Models;

/// <summary>Finds out whether parts of a model may read a variable. In doubt they may.</summary>
internal static class VariableReads
{
    /// <summary>Whether the value of a parameter may read the variable.</summary>
    public static bool MayRead(BpmnValue value, string name) => value.Kind switch
    {
        BpmnValueKind.Script => true,
        BpmnValueKind.Expression => MayRead(value.Text, name),
        _ => value.Items.Any(item => MayRead(item, name)) || value.Entries.Any(entry => MayRead(entry.Value, name)),
    };

    /// <summary>Whether an expression may read the variable. A text is no expression and reads nothing.</summary>
    public static bool MayRead(string? text, string name)
    {
        if (text is null || !BpmnText.IsExpression(text))
        {
            return false;
        }

        // Code that gets the execution, or a name as text, can read any variable.
        return BpmnExpression.TryParse(text) is not { } expression
            || text.Contains("execution")
            || expression.FreeVariables().Any(variable => variable.Name == name);
    }

    /// <summary>Whether an element or anything in it may read the variable.</summary>
    public static bool MayRead(BpmnFlowNode node, string name) =>
        RunsUnknownCode(node)
        || node.Inputs.Any(input => MayRead(input.Value, name))
        || node.Outputs.Any(output => MayRead(output.Value, name))
        || node.TaskErrors.Any(error => MayRead(error.Expression?.Value, name))
        || node.EventDefinitions.Any(definition => MayRead(definition.Body?.Value, name))
        || MayRead(node.MultiInstance, name)
        || MayRead(node.Call, name)
        || (node.Body is { } body && (body.Nodes.Any(inner => MayRead(inner, name)) || body.Flows.Any(flow => MayRead(flow, name))));

    public static bool MayRead(BpmnSequenceFlow flow, string name) =>
        flow.HasListeners || (flow.Condition is { } condition && (condition.Language is not null || MayRead(condition.Body.Value, name)));

    private static bool RunsUnknownCode(BpmnFlowNode node) =>
        node.Implementation is not null || !node.Listeners.IsEmpty || node.Kind is BpmnNodeKind.UserTask or BpmnNodeKind.ScriptTask;

    private static bool MayRead(BpmnMultiInstance? loop, string name) =>
        loop is not null
        && (loop.Collection?.Value == name
            || MayRead(loop.Collection?.Value, name)
            || MayRead(loop.LoopCardinality?.Value, name)
            || MayRead(loop.CompletionCondition?.Value, name));

    private static bool MayRead(BpmnCall? call, string name) =>
        call is not null
        && (MayRead(call.CalledElement?.Value, name) || call.In.Any(mapping => mapping.All || mapping.Source == name || MayRead(mapping.SourceExpression?.Value, name)));
}
