using System.Collections.Generic;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>A start tag with its attributes.</summary>
internal sealed class BpmnElement(BpmnXml xml, string ns, string name, int depth, bool isEmpty, BpmnPosition position)
{
    private readonly List<(string Namespace, string Name, BpmnText Value)> _attributes = [];

    public string Name => name;

    public int Depth => depth;

    public bool IsEmpty => isEmpty;

    public BpmnPosition Position => position;

    public bool IsConsumed { get; set; }

    public bool IsBpmn => ns == BpmnNamespaces.Bpmn;

    public bool IsZeebe => ns == BpmnNamespaces.Zeebe;

    public bool IsExtension => xml.IsExtension(ns);

    public BpmnPosition IdPosition => Attribute("id")?.Position ?? position;

    public void Add(string attributeNamespace, string attributeName, BpmnText value) => _attributes.Add((attributeNamespace, attributeName, value));

    /// <summary>An attribute without a prefix.</summary>
    public BpmnText? Attribute(string attributeName) => Attribute("", attributeName);

    public BpmnText? Attribute(string attributeNamespace, string attributeName)
    {
        foreach (var attribute in _attributes)
        {
            if (attribute.Name == attributeName && attribute.Namespace == attributeNamespace)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>An attribute in the namespace of an engine. If several have it, it is that of the preferred engine, and different values are a problem.</summary>
    public BpmnText? Extension(string attributeName)
    {
        BpmnText? found = null;
        foreach (var extensionNamespace in xml.Extensions)
        {
            if (Attribute(extensionNamespace, attributeName) is not { } value)
            {
                continue;
            }

            if (found is null)
            {
                found = value;
            }
            else if (found.Value != value.Value)
            {
                xml.Problem(
                    BpmnProblemKind.Conflict,
                    $"'{attributeName}' of '{name}' is '{found.Value}' for one engine and '{value.Value}' for another.",
                    value.Position);
            }
        }

        return found;
    }

    public bool Flag(string attributeName) => IsTrue(Attribute(attributeName)?.Value);

    public bool ExtensionFlag(string attributeName) => IsTrue(Extension(attributeName)?.Value);

    private static bool IsTrue(string? value) => value is "true" or "1";
}
