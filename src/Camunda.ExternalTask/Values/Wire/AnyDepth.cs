using System.Text.Json;

namespace Camunda.ExternalTask.Values.Wire;

/// <summary>Reads JSON that may be nested to any depth. Whether a value is too deep is for its own reader to decide: it must not cost its neighbors.</summary>
internal static class AnyDepth
{
    public static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue };

    /// <summary>How deep a JSON text is nested; what is malformed counts up to the fault.</summary>
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
            // The depth up to here answers the question.
        }

        return deepest;
    }
}
