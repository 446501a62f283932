using System.Text.Json;

namespace Camunda.ExternalTask.Values.Wire;

/// <summary>Reads JSON of any depth. The reader of each value limits its depth, so that a deep value does not affect other variables.</summary>
internal static class AnyDepth
{
    public static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue };

    /// <summary>Counts the levels of nesting; in malformed text, up to the error.</summary>
    public static int Of(ReadOnlySpan<byte> json)
    {
        var deepest = 0;
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            while (reader.Read())
            {
                deepest = Math.Max(deepest, reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? reader.CurrentDepth + 1 : 0);
            }
        }
        catch (JsonException)
        {
            // The depth up to the error is the result.
        }

        return deepest;
    }
}
