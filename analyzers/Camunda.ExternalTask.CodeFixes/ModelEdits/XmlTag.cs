using System.Collections.Generic;
using System.Linq;

namespace Camunda.ExternalTask.CodeFixes.ModelEdits;

/// <summary>An element of a file with the positions of its tags.</summary>
internal sealed class XmlTag(string name, int start, XmlTag? parent)
{
    /// <summary>The name with its prefix.</summary>
    public string Name { get; } = name;

    public string LocalName => Name.Substring(Name.IndexOf(':') + 1);

    /// <summary>The prefix with its colon, or an empty text.</summary>
    public string Prefix => Name.Substring(0, Name.IndexOf(':') + 1);

    public XmlTag? Parent { get; } = parent;

    public List<XmlTag> Children { get; } = [];

    public Dictionary<string, string> Attributes { get; } = [];

    /// <summary>The position of the opening bracket.</summary>
    public int Start { get; } = start;

    /// <summary>The position behind the start tag.</summary>
    public int ContentStart { get; set; }

    /// <summary>The position of the end tag; that behind the element if it has none.</summary>
    public int ContentEnd { get; set; }

    /// <summary>The position behind the element.</summary>
    public int End { get; set; }

    /// <summary>Whether the element is written as one tag.</summary>
    public bool IsEmpty { get; set; }

    /// <summary>The position behind the last attribute.</summary>
    public int AttributesEnd { get; set; }

    public string? this[string attribute] => Attributes.TryGetValue(attribute, out var value) ? value : null;

    public XmlTag? Child(string localName) => Children.FirstOrDefault(child => child.LocalName == localName);

    public IEnumerable<XmlTag> All() => Children.SelectMany(static child => child.All()).Prepend(this);

    public IEnumerable<XmlTag> Ancestors()
    {
        for (var current = this; current is not null; current = current.Parent)
        {
            yield return current;
        }
    }

    /// <summary>The prefix of a namespace with its colon; null if the element is not in its scope.</summary>
    public string? PrefixOf(params string[] namespaces) => Ancestors().SelectMany(static tag => tag.Attributes)
        .Where(attribute => namespaces.Contains(attribute.Value) && attribute.Key.StartsWith("xmlns:", System.StringComparison.Ordinal))
        .Select(static attribute => attribute.Key.Substring("xmlns:".Length) + ":").FirstOrDefault();
}
