using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>Reads one activity, event or gateway.</summary>
internal sealed class FlowNodeReader(BpmnXml xml, BpmnModelBuilder builder, ScopeReader scopes)
{
    private readonly ExtensionReader _extensions = new(xml, builder);
    private readonly EventDefinitionReader _events = new(xml);

    public static BpmnNodeKind? KindOf(string elementName) => elementName switch
    {
        "startEvent" => BpmnNodeKind.StartEvent,
        "endEvent" => BpmnNodeKind.EndEvent,
        "intermediateCatchEvent" => BpmnNodeKind.IntermediateCatchEvent,
        "intermediateThrowEvent" => BpmnNodeKind.IntermediateThrowEvent,
        "boundaryEvent" => BpmnNodeKind.BoundaryEvent,
        "task" => BpmnNodeKind.Task,
        "serviceTask" => BpmnNodeKind.ServiceTask,
        "sendTask" => BpmnNodeKind.SendTask,
        "receiveTask" => BpmnNodeKind.ReceiveTask,
        "userTask" => BpmnNodeKind.UserTask,
        "manualTask" => BpmnNodeKind.ManualTask,
        "businessRuleTask" => BpmnNodeKind.BusinessRuleTask,
        "scriptTask" => BpmnNodeKind.ScriptTask,
        "callActivity" => BpmnNodeKind.CallActivity,
        "subProcess" => BpmnNodeKind.SubProcess,
        "transaction" => BpmnNodeKind.Transaction,
        "adHocSubProcess" => BpmnNodeKind.AdHocSubProcess,
        "exclusiveGateway" => BpmnNodeKind.ExclusiveGateway,
        "parallelGateway" => BpmnNodeKind.ParallelGateway,
        "inclusiveGateway" => BpmnNodeKind.InclusiveGateway,
        "complexGateway" => BpmnNodeKind.ComplexGateway,
        "eventBasedGateway" => BpmnNodeKind.EventBasedGateway,
        _ => null,
    };

    public BpmnFlowNode? Read(BpmnElement element, BpmnNodeKind kind)
    {
        if (builder.TakeId(element) is not { } id)
        {
            return null;
        }

        var parts = new FlowNodeParts();
        var body = kind is BpmnNodeKind.SubProcess or BpmnNodeKind.Transaction or BpmnNodeKind.AdHocSubProcess
            ? scopes.Read(element, child => ReadPart(child, parts))
            : ReadParts(element, parts);
        var attributes = ImplementationReader.ExternalOf(element);
        var canBeExternal = kind is BpmnNodeKind.ServiceTask or BpmnNodeKind.SendTask or BpmnNodeKind.BusinessRuleTask;
        return new BpmnFlowNode
        {
            Id = id,
            Kind = kind,
            ElementName = element.Name,
            Name = element.Attribute("name")?.Value,
            Documentation = parts.Documentation,
            Position = element.IdPosition,
            DefaultFlow = element.Attribute("default")?.Value,
            External = canBeExternal ? attributes : ExternalOfMessage(kind, parts),
            MisplacedExternal = canBeExternal ? null : attributes,
            Inputs = parts.Inputs.ToEquatableArray(),
            Outputs = parts.Outputs.ToEquatableArray(),
            ExtensionProperties = parts.ExtensionProperties.ToEquatableArray(),
            TaskErrors = parts.TaskErrors.ToEquatableArray(),
            MultiInstance = parts.MultiInstance,
            FormFields = parts.FormFields.ToEquatableArray(),
            FormKey = element.Extension("formKey") ?? element.Extension("formRef"),
            Call = kind == BpmnNodeKind.CallActivity ? CallOf(element, parts) : null,
            EventDefinitions = parts.EventDefinitions.ToEquatableArray(),
            AttachedToRef = element.Attribute("attachedToRef")?.Value,
            Interrupting = IsInterrupting(element),
            Body = body,
            TriggeredByEvent = element.Flag("triggeredByEvent"),
            AsyncBefore = element.ExtensionFlag("asyncBefore") || element.ExtensionFlag("async"),
            AsyncAfter = element.ExtensionFlag("asyncAfter"),
            FailedJobRetryTimeCycle = parts.FailedJobRetryTimeCycle,
            Implementation = ImplementationReader.Of(element, parts),
            ResultVariable = element.Extension("resultVariable"),
            MessageRef = element.Attribute("messageRef"),
            Listeners = parts.Listeners.ToEquatableArray(),
            ModelerTemplate = element.Extension("modelerTemplate")?.Value,
            ModelerTemplateVersion = element.Extension("modelerTemplateVersion")?.Value,
        };
    }

    private BpmnScope? ReadParts(BpmnElement element, FlowNodeParts parts)
    {
        xml.ReadChildren(element, child => ReadPart(child, parts));
        return null;
    }

    private void ReadPart(BpmnElement element, FlowNodeParts parts)
    {
        if (!element.IsBpmn)
        {
            return;
        }

        switch (element.Name)
        {
            case "documentation":
                parts.Documentation = xml.ReadText(element).Value;
                break;
            case "extensionElements":
                _extensions.Read(element, parts);
                break;
            case "multiInstanceLoopCharacteristics":
                parts.MultiInstance = ReadMultiInstance(element);
                break;
            case "script":
                parts.Script = xml.ReadText(element);
                break;
            default:
                _events.TryRead(element, parts);
                break;
        }
    }

    private BpmnMultiInstance ReadMultiInstance(BpmnElement element)
    {
        BpmnText? cardinality = null, completion = null, collection = null, variable = null;
        xml.ReadChildren(element, child =>
        {
            switch (child.Name)
            {
                case "loopCardinality":
                    cardinality = xml.ReadText(child);
                    break;
                case "completionCondition":
                    completion = xml.ReadText(child);
                    break;
                case "loopDataInputRef":
                    collection = xml.ReadText(child);
                    break;
                case "inputDataItem":
                    variable = child.Attribute("name");
                    break;
            }
        });
        return new()
        {
            IsSequential = element.Flag("isSequential"),
            Collection = element.Extension("collection") ?? collection,
            ElementVariable = element.Extension("elementVariable") ?? variable,
            LoopCardinality = cardinality,
            CompletionCondition = completion,
            Position = element.Position,
        };
    }

    private static BpmnExternalTask? ExternalOfMessage(BpmnNodeKind kind, FlowNodeParts parts) =>
        kind is BpmnNodeKind.EndEvent or BpmnNodeKind.IntermediateThrowEvent ? parts.MessageExternal : null;

    private static BpmnCall CallOf(BpmnElement element, FlowNodeParts parts) => new()
    {
        CalledElement = element.Attribute("calledElement"),
        In = parts.CallIn.ToEquatableArray(),
        Out = parts.CallOut.ToEquatableArray(),
    };

    private static bool IsInterrupting(BpmnElement element) =>
        element.Attribute("cancelActivity")?.Value != "false" && element.Attribute("isInterrupting")?.Value != "false";
}
