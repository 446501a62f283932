namespace Camunda.ExternalTask.Bpmn;

/// <summary>Reads the event definitions of an event.</summary>
internal sealed class EventDefinitionReader(BpmnXml xml)
{
    public void TryRead(BpmnElement element, FlowNodeParts parts)
    {
        if (KindOf(element.Name) is not { } kind)
        {
            return;
        }

        if (kind == BpmnEventKind.Message)
        {
            parts.MessageExternal = ImplementationReader.ExternalOf(element);
        }

        BpmnText? body = null;
        string? bodyElement = null;
        xml.ReadChildren(element, child =>
        {
            if (child is { IsBpmn: true, Name: "timeDate" or "timeDuration" or "timeCycle" or "condition" })
            {
                bodyElement = child.Name;
                body = xml.ReadText(child);
            }
        });
        parts.EventDefinitions.Add(new()
        {
            Kind = kind,
            Ref = element.Attribute("errorRef") ?? element.Attribute("messageRef") ?? element.Attribute("signalRef") ?? element.Attribute("escalationRef"),
            CodeVariable = element.Extension("errorCodeVariable") ?? element.Extension("escalationCodeVariable"),
            MessageVariable = element.Extension("errorMessageVariable"),
            Body = body,
            BodyElement = bodyElement,
            Position = element.Position,
        });
    }

    private static BpmnEventKind? KindOf(string elementName) => elementName switch
    {
        "errorEventDefinition" => BpmnEventKind.Error,
        "messageEventDefinition" => BpmnEventKind.Message,
        "signalEventDefinition" => BpmnEventKind.Signal,
        "timerEventDefinition" => BpmnEventKind.Timer,
        "escalationEventDefinition" => BpmnEventKind.Escalation,
        "conditionalEventDefinition" => BpmnEventKind.Conditional,
        "compensateEventDefinition" => BpmnEventKind.Compensate,
        "cancelEventDefinition" => BpmnEventKind.Cancel,
        "linkEventDefinition" => BpmnEventKind.Link,
        "terminateEventDefinition" => BpmnEventKind.Terminate,
        _ => null,
    };
}
