using System;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>Reads <c>definitions</c>: processes and their shared elements.</summary>
internal sealed class DefinitionsReader(BpmnXml xml, BpmnModelBuilder builder)
{
    private readonly ScopeReader _scopes = new(xml, builder);

    public void Read()
    {
        var root = xml.ReadRoot();
        if (!root.IsBpmn || root.Name != "definitions")
        {
            builder.Add(BpmnProblemKind.Malformed, $"The root element is '{root.Name}', not BPMN 2.0 'definitions'.", root.Position);
            return;
        }

        builder.Id = root.Attribute("id")?.Value;
        builder.Name = root.Attribute("name")?.Value;
        ReadPlatform(root);
        xml.ReadChildren(root, ReadRootElement);
    }

    private void ReadPlatform(BpmnElement root)
    {
        var platform = root.Attribute(BpmnNamespaces.Modeler, "executionPlatform");
        builder.ExecutionPlatform = platform?.Value;
        builder.ExecutionPlatformVersion = root.Attribute(BpmnNamespaces.Modeler, "executionPlatformVersion")?.Value;
        if (platform?.Value is "Camunda Cloud")
        {
            builder.AddZeebe(platform.Position);
        }
        else if (platform?.Value.IndexOf("operaton", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            xml.PreferOperaton();
        }
    }

    private void ReadRootElement(BpmnElement element)
    {
        if (!element.IsBpmn)
        {
            return;
        }

        switch (element.Name)
        {
            case "process":
                ReadProcess(element);
                break;
            case "error" when builder.TakeId(element) is { } id:
                builder.Errors.Add(new(
                    id,
                    element.Attribute("name")?.Value,
                    element.Attribute("errorCode") is { Value.Length: > 0 } code ? code : null,
                    element.Extension("errorMessage")?.Value,
                    element.IdPosition));
                break;
            case "message" when builder.TakeId(element) is { } id:
                builder.Messages.Add(new(id, element.Attribute("name"), element.IdPosition));
                break;
            case "signal" when builder.TakeId(element) is { } id:
                builder.Signals.Add(new(id, element.Attribute("name"), element.IdPosition));
                break;
        }
    }

    private void ReadProcess(BpmnElement element)
    {
        if (builder.TakeId(element) is not { } id)
        {
            return;
        }

        string? documentation = null;
        var hasListeners = false;
        var body = _scopes.Read(element, child =>
        {
            if (child.Name == "documentation")
            {
                documentation = xml.ReadText(child).Value;
            }
            else
            {
                hasListeners |= _scopes.HasListeners(child);
            }
        });
        builder.Processes.Add(new BpmnProcess
        {
            Id = id,
            Name = element.Attribute("name")?.Value,
            IsExecutable = element.Flag("isExecutable"),
            VersionTag = element.Extension("versionTag"),
            HistoryTimeToLive = element.Extension("historyTimeToLive"),
            TaskPriority = element.Extension("taskPriority"),
            Documentation = documentation,
            HasListeners = hasListeners,
            Position = element.IdPosition,
            Body = body,
        });
    }
}
