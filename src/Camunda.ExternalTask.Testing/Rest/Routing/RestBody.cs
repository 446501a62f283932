using System.Text.Json;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Routing;

/// <summary>
/// A JSON object, read by the rules of the engine's JSON parser: it ignores unknown members and converts scalars if it can.
/// </summary>
internal readonly struct RestBody(JsonElement root)
{
    public static RestBody Empty { get; }

    /// <summary>The JSON value of the body.</summary>
    public JsonElement Root => root;

    public JsonElement? Element(string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public string? Text(string name) => Element(name) is { } value ? TextOf(value) : null;

    public long? Number(string name, string javaType = "long")
    {
        if (Element(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt64(out var number) => number,
            JsonValueKind.Number => (long)value.GetDouble(),
            JsonValueKind.String when string.IsNullOrWhiteSpace(JsonText.Of(value)) => 0,
            JsonValueKind.String when EngineConversions.ToLong(JsonText.Of(value)) is long number => number,
            _ => throw CannotDeserialize(javaType, value),
        };
    }

    public int? Integer(string name) => (int?)Number(name, "int");

    public bool Flag(string name) => Element(name) is { } value && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when EngineConversions.ToBoolean(JsonText.Of(value)) is bool flag => flag,
        _ => throw CannotDeserialize("boolean", value),
    };

    public IReadOnlyList<string>? Texts(string name) =>
        Element(name) is { } value ? [.. ArrayOf(value).Select(TextOf).OfType<string>()] : null;

    public IEnumerable<RestBody> Objects(string name) =>
        Element(name) is { } value ? ArrayOf(value).Select(static item => new RestBody(item)) : [];

    public IEnumerable<(string Name, JsonElement Value)> Members(string name) =>
        Element(name) is { ValueKind: JsonValueKind.Object } value
            ? value.EnumerateObject().Select(static member => (member.Name, member.Value))
            : [];

    /// <summary>All scalar members as text and lists separated by commas, as in a query string.</summary>
    public IEnumerable<(string Name, string Value)> Members()
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var member in root.EnumerateObject())
        {
            switch (member.Value.ValueKind)
            {
                case JsonValueKind.Array when member.Value.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String):
                    yield return (member.Name, string.Join(',', member.Value.EnumerateArray().Select(TextOf)));
                    break;
                case JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                    yield return (member.Name, TextOf(member.Value)!);
                    break;
            }
        }
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => JsonText.Of(value),
        JsonValueKind.Object or JsonValueKind.Array => throw CannotDeserialize("java.lang.String", value),
        _ => value.GetRawText(),
    };

    private static IEnumerable<JsonElement> ArrayOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : throw CannotDeserialize("java.util.ArrayList<java.lang.Object>", value);

    private static EngineRequestException CannotDeserialize(string javaType, JsonElement value)
    {
        var token = value.ValueKind switch
        {
            JsonValueKind.String => $"String \"{JsonText.Of(value)}\": not a valid `{javaType}` value",
            JsonValueKind.Object => "Object value (token `JsonToken.START_OBJECT`)",
            JsonValueKind.Array => "Array value (token `JsonToken.START_ARRAY`)",
            _ => value.GetRawText(),
        };
        return EngineErrors.Unreadable($"Cannot deserialize value of type `{javaType}` from {token}");
    }
}
