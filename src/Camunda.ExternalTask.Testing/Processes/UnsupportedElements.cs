using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>Finds elements that the engine in memory does not support. It rejects such models instead of running them wrongly.</summary>
internal static class UnsupportedElements
{
    public static IEnumerable<ModelFault> In(BpmnFlowNode node)
    {
        if (!IsSupported(node))
        {
            yield return NotSupported(node, $"element '{node.ElementName}'");
        }

        if (node.MultiInstance is not null)
        {
            yield return NotSupported(node, "element 'multiInstanceLoopCharacteristics'");
        }

        if (node.AsyncBefore || node.AsyncAfter)
        {
            yield return NotSupported(node, $"attribute '{(node.AsyncBefore ? "asyncBefore" : "asyncAfter")}'");
        }

        if (!node.Listeners.IsEmpty)
        {
            yield return NotSupported(node, "an execution listener");
        }

        if (node.Inputs.Concat(node.Outputs).Any(static parameter => parameter.Value.Kind == BpmnValueKind.Script))
        {
            yield return NotSupported(node, "element 'script'");
        }
    }

    private static bool IsSupported(BpmnFlowNode node) => node.Kind switch
    {
        BpmnNodeKind.StartEvent or BpmnNodeKind.ExclusiveGateway or BpmnNodeKind.ParallelGateway or BpmnNodeKind.Task
            or BpmnNodeKind.ManualTask => node.EventDefinitions.IsEmpty && node.Inputs.IsEmpty && node.Outputs.IsEmpty,
        BpmnNodeKind.EndEvent => node.External is not null
            || node.EventDefinitions.All(static definition => definition.Kind == BpmnEventKind.Error),
        BpmnNodeKind.IntermediateThrowEvent => node.External is not null || node.EventDefinitions.IsEmpty,
        BpmnNodeKind.BoundaryEvent => node.EventDefinitions is [{ Kind: BpmnEventKind.Error }],
        BpmnNodeKind.ServiceTask => node.External is not null || node.Implementation is { Kind: BpmnImplementationKind.Expression },
        BpmnNodeKind.SendTask or BpmnNodeKind.BusinessRuleTask => node.External is not null,
        BpmnNodeKind.SubProcess => !node.TriggeredByEvent,
        _ => false,
    };

    private static ModelFault NotSupported(BpmnFlowNode node, string what) =>
        new($"{what} (id '{node.Id}', line {node.Position.Line}) is not supported by the engine in memory", node.Position, node.Id);
}
