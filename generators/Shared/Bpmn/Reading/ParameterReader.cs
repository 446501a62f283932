using System.Collections.Generic;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>Reads input and output parameters.</summary>
internal sealed class ParameterReader(BpmnXml xml)
{
    public void Read(BpmnElement inputOutput, FlowNodeParts parts) => xml.ReadChildren(inputOutput, element =>
    {
        if (element.Attribute("name") is not { } name)
        {
            return;
        }

        if (element.Name == "inputParameter")
        {
            parts.Inputs.Add(new(name.Value, ReadBody(element), name.Position));
        }
        else if (element.Name == "outputParameter")
        {
            parts.Outputs.Add(new(name.Value, ReadBody(element), name.Position));
        }
    });

    private BpmnValue ReadBody(BpmnElement element)
    {
        BpmnValue? structured = null;
        var text = xml.ReadMixed(element, child => structured ??= ReadStructured(child));
        return structured ?? OfText(text);
    }

    private BpmnValue? ReadStructured(BpmnElement element) => element.Name switch
    {
        "script" => ReadScript(element),
        "list" => ReadList(element),
        "map" => ReadMap(element),
        _ => null,
    };

    private BpmnValue ReadScript(BpmnElement element)
    {
        var text = xml.ReadText(element);
        return new()
        {
            Kind = BpmnValueKind.Script,
            Text = text.Value,
            ScriptFormat = element.Attribute("scriptFormat")?.Value,
            ScriptResource = element.Attribute("resource")?.Value,
            Position = text.Position,
        };
    }

    private BpmnValue ReadList(BpmnElement element)
    {
        var items = new List<BpmnValue>();
        xml.ReadChildren(element, child => items.Add(ReadStructured(child) ?? OfText(xml.ReadText(child))));
        return new() { Kind = BpmnValueKind.List, Items = items.ToEquatableArray(), Position = element.Position };
    }

    private BpmnValue ReadMap(BpmnElement element)
    {
        var entries = new List<BpmnMapEntry>();
        xml.ReadChildren(element, child => entries.Add(new(child.Attribute("key")?.Value, ReadBody(child))));
        return new() { Kind = BpmnValueKind.Map, Entries = entries.ToEquatableArray(), Position = element.Position };
    }

    private static BpmnValue OfText(BpmnText text) => new()
    {
        Kind = text.Value.Length == 0 ? BpmnValueKind.Empty : text.HasExpression ? BpmnValueKind.Expression : BpmnValueKind.Text,
        Text = text.Value,
        Position = text.Position,
    };
}
