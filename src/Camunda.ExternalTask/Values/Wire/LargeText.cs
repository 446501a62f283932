using System.Text.Json;

namespace Camunda.ExternalTask.Values.Wire;

/// <summary>
/// Writes large texts in pieces. For a text as a whole the JSON writer reserves three bytes per character, and six times its length if the text contains a character
/// to escape.
/// </summary>
internal static class LargeText
{
    /// <summary>Short, because the writer reserves up to six times as much. A multiple of three, so that each piece of Base64 is complete.</summary>
    private const int Piece = 6 * 1024;

    /// <summary>Writes a text, or null.</summary>
    public static void Write(Utf8JsonWriter json, string? text)
    {
        if (text is not { Length: > Piece })
        {
            json.WriteStringValue(text);
            return;
        }

        for (var start = 0; start < text.Length; start += Piece)
        {
            var piece = text.AsSpan(start, Math.Min(Piece, text.Length - start));
            json.WriteStringValueSegment(piece, isFinalSegment: start + piece.Length == text.Length);
        }
    }

    /// <summary>Writes a text in UTF-8.</summary>
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> text)
    {
        if (text.Length <= Piece)
        {
            json.WriteStringValue(text);
            return;
        }

        for (var start = 0; start < text.Length; start += Piece)
        {
            var piece = text.Slice(start, Math.Min(Piece, text.Length - start));
            json.WriteStringValueSegment(piece, isFinalSegment: start + piece.Length == text.Length);
        }
    }

    /// <summary>Writes bytes as Base64.</summary>
    public static void WriteBase64(Utf8JsonWriter json, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= Piece)
        {
            json.WriteBase64StringValue(bytes);
            return;
        }

        for (var start = 0; start < bytes.Length; start += Piece)
        {
            var piece = bytes.Slice(start, Math.Min(Piece, bytes.Length - start));
            json.WriteBase64StringSegment(piece, isFinalSegment: start + piece.Length == bytes.Length);
        }
    }
}
