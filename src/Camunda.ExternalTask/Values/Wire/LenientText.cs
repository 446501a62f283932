using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Camunda.ExternalTask.Values.Wire;

/// <summary>
/// Reads the content of JSON strings, lone surrogates (<c>\uD83D</c>) included. The engine stores and returns them, but <see cref="Utf8JsonReader"/> throws on
/// them, so that a single bad text would make its task unreadable.
/// </summary>
internal static class LenientText
{
    /// <summary>The reason for refusing a text that is not well-formed.</summary>
    public const string LoneSurrogate = "its text contains half of a surrogate pair, which is not valid Unicode";

    /// <summary>Reads the string or property name at the reader's position.</summary>
    public static string Read(in Utf8JsonReader reader) => Read(reader.ValueSpan, reader.ValueIsEscaped);

    /// <summary>Reads a JSON string; a lone surrogate is kept.</summary>
    /// <param name="content">The string's bytes without the quotes.</param>
    /// <param name="escaped">Whether the content contains escapes.</param>
    public static string Read(ReadOnlySpan<byte> content, bool escaped)
    {
        if (!escaped)
        {
            return Encoding.UTF8.GetString(content);
        }

        var buffer = ArrayPool<char>.Shared.Rent(content.Length);
        try
        {
            var length = 0;
            while (!content.IsEmpty)
            {
                var run = content.IndexOf((byte)'\\') is >= 0 and var escape ? escape : content.Length;
                length += Encoding.UTF8.GetChars(content[..run], buffer.AsSpan(length));
                content = content[run..];
                if (!content.IsEmpty)
                {
                    buffer[length++] = ReadEscape(ref content);
                }
            }

            return new string(buffer, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether the string or property name at the reader's position is a text. The reader's own comparison throws on lone surrogates.</summary>
    public static bool Is(in Utf8JsonReader reader, ReadOnlySpan<byte> text) => Is(reader.ValueSpan, reader.ValueIsEscaped, text);

    /// <summary>Whether a JSON string is a text.</summary>
    /// <param name="content">The string's bytes without the quotes.</param>
    /// <param name="escaped">Whether the content contains escapes.</param>
    /// <param name="text">The text in UTF-8.</param>
    public static bool Is(ReadOnlySpan<byte> content, bool escaped, ReadOnlySpan<byte> text)
    {
        if (!escaped)
        {
            return content.SequenceEqual(text);
        }

        // An escape is never shorter than the character that it stands for, and at most six times as long.
        if (content.Length <= text.Length || content.Length > 6 * text.Length)
        {
            return false;
        }

        Span<byte> scratch = content.Length <= 256 ? stackalloc byte[256] : new byte[content.Length];
        return TryUnescape(content, scratch, out var length) && scratch[..length].SequenceEqual(text);
    }

    /// <summary>Unescapes into UTF-8; false for a lone surrogate, which UTF-8 cannot encode.</summary>
    /// <param name="content">The string's bytes without the quotes.</param>
    /// <param name="destination">At least as long as the content.</param>
    /// <param name="written">The number of bytes written.</param>
    public static bool TryUnescape(ReadOnlySpan<byte> content, Span<byte> destination, out int written)
    {
        written = 0;
        while (!content.IsEmpty)
        {
            var run = content.IndexOf((byte)'\\') is >= 0 and var escape ? escape : content.Length;
            content[..run].CopyTo(destination[written..]);
            written += run;
            content = content[run..];
            if (content.IsEmpty)
            {
                break;
            }

            var first = ReadEscape(ref content);
            if (!Rune.TryCreate(first, out var rune)
                && !(content.StartsWith("\\u"u8) && Rune.TryCreate(first, ReadEscape(ref content), out rune)))
            {
                return false;
            }

            written += rune.EncodeToUtf8(destination[written..]);
        }

        return true;
    }

    /// <summary>Whether every surrogate has its other half, so that the text can be sent.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var index)
        {
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return false;
            }

            text = text[(index + 2)..];
        }

        return true;
    }

    // The JSON reader has already checked the syntax of every escape.
    private static char ReadEscape(ref ReadOnlySpan<byte> content)
    {
        var kind = content[1];
        if (kind == (byte)'u')
        {
            var unit = ushort.Parse(content.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            content = content[6..];
            return (char)unit;
        }

        content = content[2..];
        return kind switch
        {
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => (char)kind,
        };
    }
}
