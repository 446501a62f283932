using System.Text.Json;
using Camunda.ExternalTask.Testing.Json;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>Gives a value without a type the type that Java's JSON parser would give it.</summary>
internal static class InferredValue
{
    public static EngineValue Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => EngineValue.Null,
        JsonValueKind.True => new("Boolean", true),
        JsonValueKind.False => new("Boolean", false),
        JsonValueKind.String => new("String", JsonText.Of(value)),
        JsonValueKind.Number => OfNumber(value),
        JsonValueKind.Array => SerializedJava.ValueOf("java.util.ArrayList", value.GetRawText()),
        _ => SerializedJava.ValueOf("java.util.LinkedHashMap", value.GetRawText()),
    };

    private static EngineValue OfNumber(JsonElement value)
    {
        if (value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') >= 0)
        {
            return new("Double", value.GetDouble());
        }

        return value.TryGetInt32(out var integer) ? new("Integer", integer)
            : value.TryGetInt64(out var number) ? new("Long", number)
            : SerializedJava.ValueOf("java.math.BigInteger", value.GetRawText());
    }
}
