using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>The variables that some elements may write outside their own scope.</summary>
/// <param name="Variables">The variables with what may be written to them.</param>
/// <param name="IsOpen">Whether they may write any variable.</param>
internal sealed record FlowWrites(IReadOnlyDictionary<string, VariableFact> Variables, bool IsOpen)
{
    public static readonly FlowWrites None = new(new Dictionary<string, VariableFact>(), IsOpen: false);

    public static FlowWrites Of(IEnumerable<FlowElement> elements, FlowGraph graph, IFlowContracts contracts)
    {
        var names = new Dictionary<string, VariableFact>();
        var isOpen = false;
        foreach (var element in elements.SelectMany(static element => element.WithDescendants()))
        {
            isOpen |= !AddTo(names, element.Node, graph, contracts);
        }

        return new(names, isOpen);
    }

    /// <summary>Whether a node may write variables that neither the model nor the code names.</summary>
    public static bool IsUnknownWriter(BpmnFlowNode node) =>
        node.Implementation is not null
        || !node.Listeners.IsEmpty
        || node.Kind is BpmnNodeKind.UserTask or BpmnNodeKind.ScriptTask or BpmnNodeKind.AdHocSubProcess
        || node.Inputs.Any(static input => RunsCode(input.Value))
        || node.Outputs.Any(static output => RunsCode(output.Value))
        || node.TaskErrors.Any(static error => error.Expression is { } expression && MaySetVariables(expression.Value));

    /// <summary>Whether the value of a parameter is computed by code, which may write variables.</summary>
    public static bool RunsCode(BpmnValue value) =>
        value.Kind == BpmnValueKind.Script
        || (value.Kind == BpmnValueKind.Expression && MaySetVariables(value.Text))
        || value.Items.Any(RunsCode)
        || value.Entries.Any(static entry => RunsCode(entry.Value));

    /// <summary>Whether an expression gives code access to the execution.</summary>
    public static bool MaySetVariables(string expression) =>
        expression.Contains("setVariable") || expression.Contains("removeVariable") || expression.Contains("(execution") || expression.Contains(" execution)")
        || expression.Contains(",execution");

    // False if the node may write any variable.
    private static bool AddTo(Dictionary<string, VariableFact> names, BpmnFlowNode node, FlowGraph graph, IFlowContracts contracts)
    {
        foreach (var name in node.Outputs.Select(static output => output.Name).Concat(node.ResultVariable is { } result ? [result.Value] : []))
        {
            Add(names, name, VariableFact.Anything);
        }

        foreach (var variable in node.EventDefinitions.SelectMany(static definition => new[] { definition.CodeVariable, definition.MessageVariable }).OfType<BpmnText>())
        {
            Add(names, variable.Value, VariableFact.Of(VariableTypes.String | VariableTypes.Null));
        }

        return !IsUnknownWriter(node) && AddTask(names, node, graph, contracts) && AddCall(names, node) && AddEvents(names, node, graph, contracts);
    }

    private static void Add(Dictionary<string, VariableFact> names, string name, VariableFact fact) =>
        names[name] = names.TryGetValue(name, out var known) ? known.Union(fact) : fact;

    private static bool AddTask(Dictionary<string, VariableFact> names, BpmnFlowNode node, FlowGraph graph, IFlowContracts contracts)
    {
        if (node.External is null)
        {
            return true;
        }

        if (contracts.OfTask(graph.Process, node) is not { WritesAny: false, ReportsAny: false } contract)
        {
            return false;
        }

        foreach (var variable in contract.Writes.Concat(contract.Errors.SelectMany(static error => error.Variables)))
        {
            Add(names, variable.Name, variable.Fact);
        }

        return true;
    }

    private static bool AddCall(Dictionary<string, VariableFact> names, BpmnFlowNode node)
    {
        if (node.Call is not { } call)
        {
            return true;
        }

        foreach (var target in call.Out.Select(static mapping => mapping.Target).OfType<string>())
        {
            Add(names, target, VariableFact.Anything);
        }

        return !call.Out.Any(static mapping => mapping.All);
    }

    private static bool AddEvents(Dictionary<string, VariableFact> names, BpmnFlowNode node, FlowGraph graph, IFlowContracts contracts)
    {
        foreach (var message in MessagesOf(node))
        {
            if (MessageName(message, graph.Model) is not { } name || contracts.OfMessage(name) is not { } variables)
            {
                return false;
            }

            foreach (var variable in variables)
            {
                Add(names, variable.Name, variable.Fact);
            }
        }

        return !IsCatching(node) || node.EventDefinitions.All(static definition => definition.Kind != BpmnEventKind.Signal);
    }

    /// <summary>The references to messages that a node waits for.</summary>
    public static IEnumerable<BpmnText?> MessagesOf(BpmnFlowNode node)
    {
        if (node.Kind == BpmnNodeKind.ReceiveTask)
        {
            yield return node.MessageRef;
        }

        if (!IsCatching(node))
        {
            yield break;
        }

        foreach (var definition in node.EventDefinitions.Where(static definition => definition.Kind == BpmnEventKind.Message))
        {
            yield return definition.Ref;
        }
    }

    public static string? MessageName(BpmnText? reference, BpmnModel model) =>
        model.Messages.FirstOrDefault(message => message.Id == reference?.Value)?.Name is { HasExpression: false } name ? name.Value : null;

    private static bool IsCatching(BpmnFlowNode node) =>
        node.Kind is BpmnNodeKind.StartEvent or BpmnNodeKind.IntermediateCatchEvent or BpmnNodeKind.BoundaryEvent;
}
