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
        IReadOnlyList<object?> list => list,
        JsonArray array => [.. array.Select(FromJava)],
        EngineValue { Type: "Object" } opaque when JavaOf(opaque) is JsonArray array => [.. array.Select(FromJava)],
        _ => null,
    };

    /// <summary>Calls a method of a Java list or map, or of JSON; false for another value or method.</summary>
    public static bool TryCall(object? target, string name, object?[] arguments, out object? result)
    {
        if (target is SpinJson || target is EngineValue { Type: "Json", Value: string })
        {
            result = (target as SpinJson ?? JsonOf(target)).Call(name, arguments);
            return true;
        }

        var items = ItemsOf(target);
        var map = MapOf(target);
        (var found, result) = (name, arguments) switch
        {
            ("size", []) when items is not null || map is not null => (true, items?.Count ?? map!.Count),
            ("isEmpty", []) when items is not null || map is not null => (true, (items?.Count ?? map!.Count) == 0),
            ("get", [long index]) when items is not null => (true, At(items, index)),
            ("contains", [var value]) when items is not null => (true, items.Any(item => AreEqual(item, value))),
            ("indexOf", [var value]) when items is not null => (true, items.ToList().FindIndex(item => AreEqual(item, value))),
            ("get", [var key]) when map is not null => (true, FromJava(map[ExpressionTexts.Show(key)])),
            ("containsKey", [var key]) when map is not null => (true, map.ContainsKey(ExpressionTexts.Show(key))),
            ("getValue", []) when target is EngineValue typed => (true, typed.ForExpression),
            ("getFilename", []) when target is EngineValue typed => (true, typed.FileName),
            ("getMimeType", []) when target is EngineValue typed => (true, typed.MimeType),
            _ => (false, (object?)null),
        };
        return found;
    }

    /// <summary>An item of a list, or an entry of a map; false for another value.</summary>
    public static bool TryGet(object? target, object? key, out object? value)
    {
        value = null;
        if (ItemsOf(target) is { } items && key is not string)
        {
            value = At(items, ExpressionNumbers.ToLong(key));
            return true;
        }

        if (MapOf(target) is { } map)
        {
            value = FromJava(map[ExpressionTexts.Show(key)]);
            return true;
        }

        return false;
    }

    /// <summary>The JSON of a text or value.</summary>
    public static SpinJson JsonOf(object? value) => value switch
    {
        SpinJson json => json,
        EngineValue { Value: string text } => new(Parse(text)),
        string text => new(Parse(text)),
        _ => new(SpinJson.NodeOf(value)),
    };

    private static JsonObject? MapOf(object? value) => value switch
    {
        JsonObject map => map,
        EngineValue { Type: "Object" } opaque => JavaOf(opaque) as JsonObject,
        _ => null,
    };

    private static object? At(IReadOnlyList<object?> items, long index) => index >= 0 && index < items.Count
        ? items[(int)index]
        : throw new ExpressionException($"Index {index} out of bounds for length {items.Count}");

    private static bool AreEqual(object? left, object? right) =>
        left is int or long or short && right is int or long or short
            ? ExpressionNumbers.ToLong(left) == ExpressionNumbers.ToLong(right)
            : Equals(left, right);

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
