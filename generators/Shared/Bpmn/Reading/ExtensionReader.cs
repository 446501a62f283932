namespace Camunda.ExternalTask.Bpmn;

/// <summary>Reads a node's <c>extensionElements</c>.</summary>
internal sealed class ExtensionReader(BpmnXml xml, BpmnModelBuilder builder)
{
    private readonly ParameterReader _parameters = new(xml);
    private readonly FormReader _forms = new(xml);

    public void Read(BpmnElement extensions, FlowNodeParts parts) => xml.ReadChildren(extensions, element =>
    {
        if (element.IsZeebe)
        {
            builder.AddZeebe(element.Position);
        }

        if (!element.IsExtension)
        {
            return;
        }

        switch (element.Name)
        {
            case "inputOutput":
                _parameters.Read(element, parts);
                break;
            case "properties":
                ReadProperties(element, parts);
                break;
            case "errorEventDefinition":
                parts.TaskErrors.Add(new(
                    element.Attribute("errorRef")?.Value,
                    element.Attribute("expression") ?? element.Extension("expression"),
                    element.Position));
                break;
            case "formData":
                _forms.ReadFormData(element, parts);
                break;
            case "formProperty":
                _forms.ReadFormProperty(element, parts);
                break;
            case "executionListener" or "taskListener":
                ReadListener(element, parts);
                break;
            case "failedJobRetryTimeCycle":
                parts.FailedJobRetryTimeCycle = xml.ReadText(element);
                break;
            case "connector":
                parts.Connector = ReadConnector(element);
                break;
            case "in":
                parts.CallIn.Add(ReadMapping(element));
                break;
            case "out":
                parts.CallOut.Add(ReadMapping(element));
                break;
        }
    });

    private void ReadProperties(BpmnElement properties, FlowNodeParts parts) => xml.ReadChildren(properties, element =>
    {
        if (element is { IsExtension: true, Name: "property" } && (element.Attribute("name") ?? element.Attribute("id")) is { } name)
        {
            parts.ExtensionProperties.Add(new(name.Value, element.Attribute("value")?.Value ?? "", name.Position));
        }
    });

    private void ReadListener(BpmnElement element, FlowNodeParts parts)
    {
        var implementation = ImplementationReader.OfAttributes(element);
        xml.ReadChildren(element, child =>
        {
            if (child is { IsExtension: true, Name: "script" })
            {
                implementation = new(BpmnImplementationKind.Script, xml.ReadText(child), child.Attribute("scriptFormat")?.Value);
            }
        });
        parts.Listeners.Add(new(element.Attribute("event")?.Value, implementation, element.Position));
    }

    private BpmnText ReadConnector(BpmnElement element)
    {
        BpmnText? id = null;
        xml.ReadChildren(element, child =>
        {
            if (child.Name == "connectorId")
            {
                id = xml.ReadText(child);
            }
        });
        return id ?? new("", element.Position);
    }

    private static BpmnCallMapping ReadMapping(BpmnElement element) => new()
    {
        Source = element.Attribute("source")?.Value,
        SourceExpression = element.Attribute("sourceExpression"),
        Target = element.Attribute("target")?.Value,
        All = element.Attribute("variables")?.Value == "all",
        Local = element.Flag("local"),
        BusinessKey = element.Attribute("businessKey"),
        Position = element.Position,
    };
}
