using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>The history's names for kinds of nodes.</summary>
internal static class ActivityTypes
{
    public const string MultiInstanceBody = "multiInstanceBody";

    public static string Of(BpmnFlowNode node)
    {
        BpmnEventKind? trigger = node.EventDefinitions.IsEmpty ? null : node.EventDefinitions[0].Kind;
        return node.Kind switch
        {
            BpmnNodeKind.StartEvent => OfStart(trigger),
            BpmnNodeKind.EndEvent => OfEnd(trigger),
            BpmnNodeKind.IntermediateThrowEvent => OfThrow(trigger),
            BpmnNodeKind.IntermediateCatchEvent => OfCatch(trigger),
            BpmnNodeKind.BoundaryEvent => OfBoundary(trigger),
            _ => node.ElementName,
        };
    }

    private static string OfStart(BpmnEventKind? trigger) => trigger switch
    {
        BpmnEventKind.Timer => "startTimerEvent",
        BpmnEventKind.Message => "messageStartEvent",
        BpmnEventKind.Signal => "signalStartEvent",
        BpmnEventKind.Error => "errorStartEvent",
        BpmnEventKind.Escalation => "escalationStartEvent",
        BpmnEventKind.Conditional => "conditionalStartEvent",
        BpmnEventKind.Compensate => "compensationStartEvent",
        _ => "startEvent",
    };

    private static string OfEnd(BpmnEventKind? trigger) => trigger switch
    {
        BpmnEventKind.Error => "errorEndEvent",
        BpmnEventKind.Message => "messageEndEvent",
        BpmnEventKind.Signal => "signalEndEvent",
        BpmnEventKind.Escalation => "escalationEndEvent",
        BpmnEventKind.Terminate => "terminateEndEvent",
        BpmnEventKind.Cancel => "cancelEndEvent",
        BpmnEventKind.Compensate => "compensationEndEvent",
        _ => "noneEndEvent",
    };

    private static string OfThrow(BpmnEventKind? trigger) => trigger switch
    {
        BpmnEventKind.Message => "intermediateMessageThrowEvent",
        BpmnEventKind.Signal => "intermediateSignalThrow",
        BpmnEventKind.Escalation => "intermediateEscalationThrowEvent",
        BpmnEventKind.Compensate => "intermediateCompensationThrowEvent",
        BpmnEventKind.Link => "intermediateLinkThrow",
        _ => "intermediateNoneThrowEvent",
    };

    private static string OfCatch(BpmnEventKind? trigger) => trigger switch
    {
        BpmnEventKind.Timer => "intermediateTimer",
        BpmnEventKind.Message => "intermediateMessageCatch",
        BpmnEventKind.Signal => "intermediateSignalCatch",
        BpmnEventKind.Conditional => "intermediateConditional",
        BpmnEventKind.Link => "intermediateLinkCatch",
        _ => "intermediateCatchEvent",
    };

    private static string OfBoundary(BpmnEventKind? trigger) => trigger switch
    {
        BpmnEventKind.Timer => "boundaryTimer",
        BpmnEventKind.Message => "boundaryMessage",
        BpmnEventKind.Signal => "boundarySignal",
        BpmnEventKind.Conditional => "boundaryConditional",
        BpmnEventKind.Escalation => "boundaryEscalation",
        BpmnEventKind.Compensate => "compensationBoundaryCatch",
        BpmnEventKind.Cancel => "cancelBoundaryCatch",
        _ => "boundaryError",
    };
}
