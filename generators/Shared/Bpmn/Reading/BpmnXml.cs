using System;
using System.Text;
using System.Xml;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>Walks the XML forward, one element after the other, without building a tree.</summary>
internal sealed class BpmnXml(XmlReader reader, BpmnDialect dialect, BpmnModelBuilder builder)
{
    private readonly IXmlLineInfo? _lines = reader as IXmlLineInfo;

    /// <summary>The engines' namespaces, the preferred one first.</summary>
    public string[] Extensions { get; private set; } = BpmnNamespaces.ExtensionsOf(dialect);

    private BpmnPosition Position => new(_lines?.LineNumber ?? 0, _lines?.LinePosition ?? 0);

    public void PreferOperaton()
    {
        if (dialect == BpmnDialect.Auto)
        {
            Extensions = BpmnNamespaces.AllOperatonFirst;
        }
    }

    public void Problem(BpmnProblemKind kind, string message, BpmnPosition position) => builder.Add(kind, message, position);

    public bool IsExtension(string ns) => Array.IndexOf(Extensions, ns) >= 0;

    public BpmnElement ReadRoot()
    {
        reader.MoveToContent();
        return Capture();
    }

    /// <summary>Visits the children. Children that the visitor does not read are skipped.</summary>
    public void ReadChildren(BpmnElement parent, Action<BpmnElement> visit) => Walk(parent, visit, static () => { });

    /// <summary>The trimmed text of an element, with the position of its first character; child elements are skipped.</summary>
    public BpmnText ReadText(BpmnElement element) => ReadMixed(element, static _ => { });

    /// <summary>Text and child elements together.</summary>
    public BpmnText ReadMixed(BpmnElement element, Action<BpmnElement> visit)
    {
        var position = element.Position;
        string? first = null;
        StringBuilder? more = null;
        Walk(element, visit, () =>
        {
            if (first is null)
            {
                first = reader.Value;
                position = Position;
            }
            else
            {
                (more ??= new StringBuilder(first)).Append(reader.Value);
            }
        });
        var text = more?.ToString() ?? first ?? "";
        return new BpmnText(text.Trim(), AfterWhitespace(text, position));
    }

    private static BpmnPosition AfterWhitespace(string text, BpmnPosition position)
    {
        var (line, column) = (position.Line, position.Column);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                return new(line, column);
            }

            (line, column) = character == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        return position;
    }

    private void Walk(BpmnElement parent, Action<BpmnElement> visit, Action visitText)
    {
        parent.IsConsumed = true;
        while (!parent.IsEmpty && reader.Read() && !IsEndOf(parent))
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var child = Capture();
                    visit(child);
                    if (!child.IsConsumed)
                    {
                        Skip(child);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    visitText();
                    break;
            }
        }
    }

    private BpmnElement Capture()
    {
        var element = new BpmnElement(this, reader.NamespaceURI, reader.LocalName, reader.Depth, reader.IsEmptyElement, Position);
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns")
            {
                element.Add(reader.NamespaceURI, reader.LocalName, new(reader.Value, Position));
            }
        }

        reader.MoveToElement();
        return element;
    }

    private void Skip(BpmnElement element)
    {
        while (!element.IsEmpty && reader.Read() && !IsEndOf(element))
        {
        }
    }

    private bool IsEndOf(BpmnElement element) => reader.NodeType == XmlNodeType.EndElement && reader.Depth == element.Depth;
}
