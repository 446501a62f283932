using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>The history's names for kinds of nodes.</summary>
internal static class ActivityTypes
{
    public static string Of(BpmnFlowNode node) => node.Kind switch
    {
        BpmnNodeKind.EndEvent => node.EventDefinitions.FirstOrDefault()?.Kind switch
        {
            BpmnEventKind.Error => "errorEndEvent",
            BpmnEventKind.Message => "messageEndEvent",
            _ => "noneEndEvent",
        },
        BpmnNodeKind.IntermediateThrowEvent => node.EventDefinitions.FirstOrDefault()?.Kind == BpmnEventKind.Message
            ? "intermediateMessageThrowEvent"
            : "intermediateNoneThrowEvent",
        BpmnNodeKind.BoundaryEvent => "boundaryError",
        _ => node.ElementName,
    };
}
