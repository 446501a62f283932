using System.Collections.Generic;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>Reads form fields and the older form properties.</summary>
internal sealed class FormReader(BpmnXml xml)
{
    public void ReadFormData(BpmnElement formData, FlowNodeParts parts) => xml.ReadChildren(formData, element =>
    {
        if (element.Name != "formField" || element.Attribute("id") is not { } id)
        {
            return;
        }

        var isRequired = false;
        var values = new List<string>();
        xml.ReadChildren(element, child =>
        {
            if (child.Name == "value" && child.Attribute("id") is { } value)
            {
                values.Add(value.Value);
            }
            else if (child.Name == "validation")
            {
                xml.ReadChildren(child, constraint => isRequired |= IsRequired(constraint));
            }
        });
        parts.FormFields.Add(new()
        {
            Id = id.Value,
            Type = element.Attribute("type")?.Value,
            Label = element.Attribute("label")?.Value,
            DefaultValue = element.Attribute("defaultValue")?.Value,
            IsRequired = isRequired,
            EnumValues = values.ToEquatableArray(),
            Position = id.Position,
        });
    });

    public void ReadFormProperty(BpmnElement element, FlowNodeParts parts)
    {
        if ((element.Attribute("variable") ?? element.Attribute("id")) is not { } variable)
        {
            return;
        }

        var values = new List<string>();
        xml.ReadChildren(element, child =>
        {
            if (child.Attribute("id") is { } value)
            {
                values.Add(value.Value);
            }
        });
        parts.FormFields.Add(new()
        {
            Id = variable.Value,
            Type = element.Attribute("type")?.Value,
            Label = element.Attribute("name")?.Value,
            DefaultValue = element.Attribute("default")?.Value,
            IsRequired = element.Flag("required"),
            EnumValues = values.ToEquatableArray(),
            Position = variable.Position,
        });
    }

    private static bool IsRequired(BpmnElement constraint) =>
        constraint.Attribute("name")?.Value == "required" && constraint.Attribute("config")?.Value != "false";
}
