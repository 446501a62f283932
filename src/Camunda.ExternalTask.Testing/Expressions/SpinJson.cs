using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Camunda.ExternalTask.Testing.Expressions;

/// <summary>A JSON value with the methods of Camunda Spin that models commonly call.</summary>
internal sealed class SpinJson(JsonNode? node)
{
    public string Text => node?.ToJsonString() ?? "null";

    public object? Call(string name, object?[] arguments) => (name, arguments) switch
    {
        ("prop", [string property]) => new SpinJson(Property(property)),
        ("prop", [string property, var value]) => Set(property, value),
        ("hasProp", [string property]) => node is JsonObject map && map.ContainsKey(property),
        ("fieldNames", []) => new JsonArray([.. Object().Select(static member => JsonValue.Create(member.Key))]),
        ("elements", []) => Array().Select(static item => new SpinJson(item)).ToList<object?>(),
        ("size", []) => Array().Count,
        ("append", [var value]) => Change(array => array.Add(NodeOf(value))),
        ("remove", [var value]) => Change(array => Remove(array, NodeOf(value))),
        ("contains", [var value]) => Array().Any(item => JsonNode.DeepEquals(item, NodeOf(value))),
        ("indexOf", [var value]) => Array().Select(item => JsonNode.DeepEquals(item, NodeOf(value))).ToList().IndexOf(true),
        ("stringValue", []) => ExpressionCollections.FromJava(node) as string ?? throw Not("a string"),
        ("numberValue", []) => ExpressionCollections.FromJava(node) is int or long or double ? ExpressionCollections.FromJava(node) : throw Not("a number"),
        ("boolValue", []) => ExpressionCollections.FromJava(node) as bool? ?? throw Not("a boolean"),
        ("value", []) => ExpressionCollections.FromJava(node),
        ("isObject", []) => node is JsonObject,
        ("isArray", []) => node is JsonArray,
        ("isString", []) => node?.GetValueKind() == JsonValueKind.String,
        ("isNumber", []) => node?.GetValueKind() == JsonValueKind.Number,
        ("isBoolean", []) => node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        ("isNull", []) => node is null,
        ("isValue", []) => node is null or JsonValue,
        ("toString", []) => Text,
        _ => throw new ExpressionException(
            $"The engine in memory does not support the method '{name}' of Spin JSON with {arguments.Length.ToString(CultureInfo.InvariantCulture)} arguments."),
    };

    /// <summary>The JSON of a value.</summary>
    public static JsonNode? NodeOf(object? value) => value switch
    {
        SpinJson json => json.Clone(),
        JsonNode other => other.DeepClone(),
        string text => JsonValue.Create(text),
        bool boolean => JsonValue.Create(boolean),
        double number => JsonValue.Create(number),
        long or int or short => JsonValue.Create(ExpressionNumbers.ToLong(value)),
        _ => null,
    };

    private JsonNode? Clone() => node?.DeepClone();

    private JsonNode? Property(string name) => node is JsonObject map && map.TryGetPropertyValue(name, out var value)
        ? value
        : throw new ExpressionException($"SPIN/JACKSON-JSON-01004 Unable to find '{name}'");

    private JsonObject Object() => node as JsonObject ?? throw Not("an object");

    private JsonArray Array() => node as JsonArray ?? throw Not("an array");

    private SpinJson Set(string property, object? value)
    {
        Object()[property] = NodeOf(value);
        return this;
    }

    private SpinJson Change(Action<JsonArray> change)
    {
        change(Array());
        return this;
    }

    private static void Remove(JsonArray array, JsonNode? value)
    {
        var index = array.Select(item => JsonNode.DeepEquals(item, value)).ToList().IndexOf(true);
        if (index < 0)
        {
            throw new ExpressionException("SPIN/JACKSON-JSON-01007 Unable to find the node");
        }

        array.RemoveAt(index);
    }

    private ExpressionException Not(string kind) => new($"SPIN/JACKSON-JSON-01005 The JSON value is not {kind}: {Text}");
}
