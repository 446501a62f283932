using System.Text;

namespace Camunda.ExternalTask.Generators.Writing;

/// <summary>Writes code line by line, indented, with <c>\n</c> on every platform.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Whether the members that are written use obsolete members of the user.</summary>
    public bool IsObsolete { get; set; }

    public void Line() => _text.Append('\n');

    public void Line(string text)
    {
        _text.Append(' ', 4 * _depth).Append(text).Append('\n');
    }

    /// <summary>A line one level deeper: the continuation of the line before.</summary>
    public void Continue(string text)
    {
        _depth++;
        Line(text);
        _depth--;
    }

    public void Open(string head)
    {
        Line(head);
        Open();
    }

    public void Open()
    {
        Line("{");
        _depth++;
    }

    public void Close(string after = "")
    {
        _depth--;
        Line("}" + after);
    }

    /// <summary>Closes everything that is open.</summary>
    public void CloseAll()
    {
        while (_depth > 0)
        {
            Close();
        }
    }

    public override string ToString() => _text.ToString();
}
