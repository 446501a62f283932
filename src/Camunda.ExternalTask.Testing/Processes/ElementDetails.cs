using System.Xml;
using System.Xml.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>The attributes and elements of a model that only an engine needs, by the id of their element.</summary>
/// <remarks>The reader that the generator shares leaves them out, because each edit of a model would compare them.</remarks>
internal sealed class ElementDetails
{
    private readonly Dictionary<string, XElement> _elements = new(StringComparer.Ordinal);
    private readonly string[] _extensions;

    /// <summary>Reads a model that is known to be well-formed.</summary>
    public ElementDetails(string xml, BpmnDialect dialect)
    {
        _extensions = BpmnNamespaces.ExtensionsOf(dialect);
        using var reader = XmlReader.Create(
            new StringReader(xml.TrimStart('\uFEFF')),
            new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        foreach (var element in XDocument.Load(reader).Descendants().Where(IsBpmn))
        {
            if (element.Attribute("id") is { } id)
            {
                _elements.TryAdd(id.Value, element);
            }
        }
    }

    public string? Attribute(string id, string name) => Find(id)?.Attribute(name)?.Value;

    /// <summary>An attribute in the namespace of an engine.</summary>
    public string? Extension(string id, string name) => Find(id) is { } element ? Extension(element, name) : null;

    public string? Extension(XElement element, string name) =>
        _extensions.Select(ns => element.Attribute(XName.Get(name, ns))?.Value).FirstOrDefault(static value => value is not null);

    /// <summary>The first child of this BPMN name.</summary>
    public XElement? Child(string id, string name) => Find(id)?.Elements().FirstOrDefault(child => IsBpmn(child) && child.Name.LocalName == name);

    /// <summary>The extension elements of this name.</summary>
    public IEnumerable<XElement> Extensions(string id, string name) => (Child(id, "extensionElements")?.Elements() ?? [])
        .Where(child => child.Name.LocalName == name && _extensions.Contains(child.Name.NamespaceName));

    /// <summary>The elements that associations lead to from an element.</summary>
    public IEnumerable<string> AssociatedWith(string id) => _elements.Values
        .Where(element => element.Name.LocalName == "association" && element.Attribute("sourceRef")?.Value == id)
        .Select(static element => element.Attribute("targetRef")?.Value ?? "");

    /// <summary>The names of the variables and resources that an element refers to, for root elements such as escalations.</summary>
    public XElement? Find(string? id) => id is not null && _elements.TryGetValue(id, out var element) ? element : null;

    private static bool IsBpmn(XElement element) => element.Name.NamespaceName == BpmnNamespaces.Bpmn;
}
