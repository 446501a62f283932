using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Protocol.Calls;

/// <summary>Readers of short answers.</summary>
internal static class JsonAnswers
{
    /// <summary>Reads the member <c>count</c> of an object.</summary>
    public static long Count(ReadOnlySpan<byte> answer) => Member(answer, "count").GetInt64();

    /// <summary>Reads a member of an object as a text.</summary>
    public static string Text(ReadOnlySpan<byte> answer, string member) =>
        Member(answer, member).GetString() ?? throw new JsonException($"'{member}' is null.");

    /// <summary>Reads a plain text; null if the answer is empty.</summary>
    public static string? PlainText(ReadOnlySpan<byte> answer) => answer.IsEmpty ? null : Encoding.UTF8.GetString(answer);

    /// <summary>Reads an array of texts.</summary>
    public static IReadOnlyList<string> Texts(ReadOnlySpan<byte> answer)
    {
        List<string> values = [];
        var reader = new Utf8JsonReader(answer);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            values.Add(LenientText.Read(in reader));
        }

        return reader.TokenType == JsonTokenType.EndArray ? values : throw new JsonException("An array of texts was expected.");
    }

    private static JsonElement Member(ReadOnlySpan<byte> answer, string name)
    {
        var reader = new Utf8JsonReader(answer);
        return JsonElement.ParseValue(ref reader).TryGetProperty(name, out var member) ? member : throw new JsonException($"'{name}' is missing.");
    }
}
