using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Camunda.ExternalTask.Bpmn;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.CodeFixes.ModelEdits;

/// <summary>Changes a model as text. It uses the prefixes, indentation and line ends of the file and leaves the rest untouched.</summary>
internal sealed class ModelEditor
{
    private readonly string _text;
    private readonly string _newLine;
    private readonly string _unit;
    private readonly List<TextChange> _changes = [];

    private ModelEditor(string text, XmlTag root)
    {
        _text = text;
        Root = root;
        _newLine = text.Contains("\r\n") ? "\r\n" : "\n";
        _unit = root.Children.Select(child => IndentOf(child)).FirstOrDefault(static indent => indent.Length > 0) ?? "  ";
    }

    public XmlTag Root { get; }

    /// <summary>The changes of the file, in its order.</summary>
    public IReadOnlyList<TextChange> Changes =>
        [.. _changes.GroupBy(static change => change.Span).OrderBy(static group => group.Key.Start)
            .Select(static group => new TextChange(group.Key, string.Concat(group.Select(static change => change.NewText))))];

    /// <summary>Null if the file is not well-formed.</summary>
    public static ModelEditor? Of(string text) => XmlTags.Read(text) is { } root ? new(text, root) : null;

    public XmlTag? Find(string id) => Root.All().FirstOrDefault(tag => tag["id"] == id);

    /// <summary>The innermost element around a position that has an id and is part of a process.</summary>
    public XmlTag? NodeAt(int position) => Root.All().LastOrDefault(tag => tag.Start <= position && position < tag.End)?.Ancestors()
        .FirstOrDefault(static tag => tag["id"] is not null && tag.Parent?.LocalName is "process" or "subProcess" or "transaction" or "adHocSubProcess" or "definitions");

    /// <summary>The prefix of the engine's extensions with its colon. Declares it in the root if there is none.</summary>
    public string ExtensionPrefix(XmlTag place)
    {
        if (place.PrefixOf(BpmnNamespaces.ExtensionsOf(BpmnDialect.Auto)) is { } prefix)
        {
            return prefix;
        }

        if (_changes.All(change => change.Span.Start != Root.AttributesEnd))
        {
            AddAttribute(Root, "xmlns:camunda", BpmnNamespaces.Camunda);
        }

        return "camunda:";
    }

    public void AddAttribute(XmlTag tag, string name, string value) => Insert(tag.AttributesEnd, $" {name}=\"{Escape(value)}\"");

    /// <summary>Adds an element behind the children, or as the first child.</summary>
    /// <param name="parent">The element that contains it.</param>
    /// <param name="xml">The element; deeper lines are indented by tabs, one per level.</param>
    /// <param name="isFirst">Whether it comes before the other children.</param>
    public void AddChild(XmlTag parent, string xml, bool isFirst = false)
    {
        var outer = IndentOf(parent);
        var written = Indent(xml, outer + _unit);
        if (parent.IsEmpty)
        {
            _changes.Add(new(TextSpan.FromBounds(parent.AttributesEnd, parent.End), $">{_newLine}{written}{_newLine}{outer}</{parent.Name}>"));
        }
        else if (isFirst || parent.Children.Count == 0)
        {
            Insert(parent.ContentStart, _newLine + written + (parent.ContentStart == parent.ContentEnd ? _newLine + outer : ""));
        }
        else
        {
            AddAfter(parent.Children[parent.Children.Count - 1], xml);
        }
    }

    /// <summary>Adds an element behind another one.</summary>
    public void AddAfter(XmlTag sibling, string xml) => Insert(sibling.End, _newLine + Indent(xml, IndentOf(sibling)));

    /// <summary>Adds an element before another one.</summary>
    public void AddBefore(XmlTag sibling, string xml) => Insert(sibling.Start, Indent(xml, IndentOf(sibling)).TrimStart() + _newLine + IndentOf(sibling));

    /// <summary>Removes an element with the line it stands on. A parent without other content becomes one tag.</summary>
    public void Remove(XmlTag tag)
    {
        if (tag.Parent is { Children.Count: 1 } parent)
        {
            _changes.Add(new(TextSpan.FromBounds(parent.AttributesEnd, parent.End), " />"));
            return;
        }

        var start = tag.Start - IndentOf(tag).Length;
        start -= start >= _newLine.Length && string.CompareOrdinal(_text, start - _newLine.Length, _newLine, 0, _newLine.Length) == 0 ? _newLine.Length : 0;
        _changes.Add(new(TextSpan.FromBounds(start, tag.End), ""));
    }

    /// <summary>An id that no element has.</summary>
    public string NewId(string wanted)
    {
        var id = wanted;
        for (var number = 2; Root.All().Any(tag => tag["id"] == id); number++)
        {
            id = wanted + "_" + number.ToString(CultureInfo.InvariantCulture);
        }

        return id;
    }

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace("\"", "&quot;");

    private void Insert(int position, string text) => _changes.Add(new(new(position, 0), text));

    private string Indent(string xml, string indent) => string.Join(_newLine, xml.Split('\n').Select(line =>
    {
        var level = line.Length - line.TrimStart('\t').Length;
        return indent + string.Concat(Enumerable.Repeat(_unit, level)) + line.Substring(level);
    }));

    // The white space before an element, if nothing else is before it on its line.
    private string IndentOf(XmlTag tag)
    {
        var start = tag.Start;
        while (start > 0 && _text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == 0 || _text[start - 1] is '\n' or '\r' ? _text.Substring(start, tag.Start - start) : "";
    }
}
