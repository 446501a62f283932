using System;

namespace Camunda.ExternalTask.CodeFixes.ModelEdits;

/// <summary>Finds the tags of a well-formed file.</summary>
internal static class XmlTags
{
    /// <summary>The root element; null if the file is not well-formed.</summary>
    public static XmlTag? Read(string text)
    {
        XmlTag? root = null;
        XmlTag? current = null;
        for (var position = text.IndexOf('<'); position >= 0; position = position < text.Length ? text.IndexOf('<', position) : -1)
        {
            if (SkipOther(text, position) is var skipped and not 0)
            {
                position = skipped;
            }
            else if (text[position + 1] == '/')
            {
                if (current is null)
                {
                    return null;
                }

                current.ContentEnd = position;
                position = After(text, ">", position);
                current.End = position;
                current = current.Parent;
            }
            else
            {
                var tag = ReadStart(text, position, current);
                position = tag.ContentStart;
                current?.Children.Add(tag);
                root ??= tag;
                current = tag.IsEmpty ? current : tag;
            }
        }

        return current is null ? root : null;
    }

    // Comments, CDATA, instructions and the document type; 0 for a tag.
    private static int SkipOther(string text, int position)
    {
        return Is("<!--") ? After(text, "-->", position)
            : Is("<![CDATA[") ? After(text, "]]>", position)
            : Is("<?") ? After(text, "?>", position)
            : Is("<!") ? After(text, ">", position)
            : 0;

        bool Is(string opening) => string.CompareOrdinal(text, position, opening, 0, opening.Length) == 0;
    }

    private static int After(string text, string end, int position) =>
        text.IndexOf(end, position, StringComparison.Ordinal) is >= 0 and var found ? found + end.Length : text.Length;

    private static XmlTag ReadStart(string text, int start, XmlTag? parent)
    {
        var position = EndOfName(text, start + 1);
        var tag = new XmlTag(text.Substring(start + 1, position - start - 1), start, parent) { AttributesEnd = position };
        while (position < text.Length && text[position] is not ('>' or '/'))
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
                continue;
            }

            var name = position;
            position = EndOfName(text, position);
            var key = text.Substring(name, position - name);
            var quote = text.IndexOfAny(['"', '\''], position);
            var end = quote < 0 ? -1 : text.IndexOf(text[quote], quote + 1);
            if (end < 0)
            {
                position = text.Length;
                break;
            }

            tag.Attributes[key] = text.Substring(quote + 1, end - quote - 1);
            position = tag.AttributesEnd = end + 1;
        }

        tag.IsEmpty = position < text.Length && text[position] == '/';
        tag.ContentStart = tag.ContentEnd = tag.End = After(text, ">", position);
        return tag;
    }

    private static int EndOfName(string text, int position)
    {
        while (position < text.Length && !char.IsWhiteSpace(text[position]) && text[position] is not ('>' or '/' or '='))
        {
            position++;
        }

        return position;
    }
}
