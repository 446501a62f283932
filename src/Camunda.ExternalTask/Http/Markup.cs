using System.Net;
using System.Text;

namespace Camunda.ExternalTask.Http;

/// <summary>Takes the readable text from a page. Servers and proxies answer errors with pages.</summary>
internal static class Markup
{
    private static readonly string[] Hidden = ["script", "style"];

    /// <summary>Returns the text of a page without tags, comments, scripts and styles, with single spaces; other text as it is.</summary>
    public static string TextOf(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith('<'))
        {
            return text;
        }

        var words = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var tag = rest.IndexOf('<');
            words.Append(tag < 0 ? rest : rest[..tag]).Append(' ');
            rest = tag < 0 ? [] : AfterTag(rest[tag..]);
        }

        return string.Join(' ', WebUtility.HtmlDecode(words.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Skips a tag or a comment, and the content of an element that a browser does not show.</summary>
    private static ReadOnlySpan<char> AfterTag(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<!--"))
        {
            return After(rest, "-->");
        }

        foreach (var name in Hidden)
        {
            if (rest[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                rest = After(rest, "</" + name);
                break;
            }
        }

        return After(rest, ">");
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string end)
    {
        var index = text.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        return index < 0 ? [] : text[(index + end.Length)..];
    }
}
