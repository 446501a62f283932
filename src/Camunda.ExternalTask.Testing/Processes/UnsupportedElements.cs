using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>Finds elements that the engine in memory does not support. It rejects such models instead of running them wrongly.</summary>
internal static class UnsupportedElements
{
    public static IEnumerable<ModelFault> In(BpmnFlowNode node)
    {
        if (!IsSupported(node))
        {
            yield return NotSupported(node, $"element '{node.ElementName}'{Definition(node)}");
        }

        if (node.External is { Topic: null } && node.Kind is not (BpmnNodeKind.EndEvent or BpmnNodeKind.IntermediateThrowEvent))
        {
            yield return new(
                $"External tasks must specify a 'topic' attribute in the camunda namespace (id '{node.Id}', line {node.Position.Line})",
                node.Position,
                node.Id);
        }

        foreach (var definition in node.EventDefinitions)
        {
            if (definition is { BodyElement: null, Kind: BpmnEventKind.Timer or BpmnEventKind.Conditional })
            {
                yield return NotSupported(node, $"element '{node.ElementName}'{Definition(node)} without a time or condition");
            }
        }
    }

    private static bool IsSupported(BpmnFlowNode node) => node.Kind switch
    {
        BpmnNodeKind.StartEvent => node.EventDefinitions is [] or [{ Kind: not BpmnEventKind.Compensate }],
        BpmnNodeKind.EndEvent or BpmnNodeKind.IntermediateThrowEvent or BpmnNodeKind.BoundaryEvent => node.EventDefinitions is [] or [_],
        BpmnNodeKind.IntermediateCatchEvent => node.EventDefinitions is [_],
        BpmnNodeKind.ServiceTask or BpmnNodeKind.SendTask or BpmnNodeKind.BusinessRuleTask or BpmnNodeKind.ScriptTask =>
            node.External is not null || node.Implementation is not null,
        BpmnNodeKind.AdHocSubProcess or BpmnNodeKind.ComplexGateway => false,
        _ => true,
    };

    private static string Definition(BpmnFlowNode node) =>
        node.EventDefinitions.IsEmpty ? "" : $" with a {node.EventDefinitions[0].Kind.ToString().ToLowerInvariant()} event definition";

    private static ModelFault NotSupported(BpmnFlowNode node, string what) =>
        new($"{what} (id '{node.Id}', line {node.Position.Line}) is not supported by the engine in memory", node.Position, node.Id);
}
