using System.Text.Json;
using System.Text.Json.Nodes;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Expressions;

/// <summary>Lists, maps and JSON in expressions.</summary>
internal static class ExpressionCollections
{
    /// <summary>The items of a Java collection; null for another value.</summary>
    public static IReadOnlyList<object?>? ItemsOf(object? value) => value switch
    {
        JsonArray array => [.. array.Select(FromJava)],
        EngineValue { Type: "Object" } opaque when JavaOf(opaque) is JsonArray array => [.. array.Select(FromJava)],
        _ => null,
    };

    /// <summary>The content of an object that was serialized from a list or map, or as JSON.</summary>
    public static JsonNode? JavaOf(EngineValue value) => value switch
    {
        { Value: string text, Format: SerializedJava.Format } => Parse(SerializedJava.JsonOf(text)),
        { Value: string text, Format: "application/json" } => Parse(text),
        _ => null,
    };

    /// <summary>The content of a JSON value.</summary>
    public static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new() { MaxDepth = 1000 });
        }
        catch (JsonException exception)
        {
            throw new ExpressionException($"Unable to parse input into json node: {exception.Message}");
        }
    }

    /// <summary>A scalar, list or map in the form of expressions.</summary>
    public static object? FromJava(JsonNode? node)
    {
        if (node is null or JsonObject or JsonArray)
        {
            return node;
        }

        var element = node.GetValue<JsonElement>();
        return element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => JsonText.Of(element),
            JsonValueKind.Number when element.TryGetInt32(out var integer) => integer,
            JsonValueKind.Number when element.TryGetInt64(out var number) => number,
            JsonValueKind.Number => element.GetDouble(),
            _ => null,
        };
    }
}
