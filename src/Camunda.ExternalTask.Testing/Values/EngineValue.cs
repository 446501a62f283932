using System.Text.Json.Nodes;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>A typed value as the engine stores it.</summary>
internal sealed record EngineValue(string Type, object? Value)
{
    public static EngineValue Null { get; } = new("Null", null);

    public string? ObjectTypeName { get; init; }

    public string? Format { get; init; }

    public string? FileName { get; init; }

    public string? MimeType { get; init; }

    public string? Encoding { get; init; }

    /// <summary>True for a value that the engine never stores. It is available only until the request ends.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The value that expressions use: the plain value, or this object for types that are opaque to expressions.</summary>
    public object? ForExpression => Type is "Json" or "Xml" or "Object" or "File" && Value is not null ? this : Value;

    public static EngineValue Of(object? value) => value switch
    {
        EngineValue typed => typed,
        null => Null,
        bool => new("Boolean", value),
        short => new("Short", value),
        int => new("Integer", value),
        long => new("Long", value),
        double => new("Double", value),
        string => new("String", value),
        DateTimeOffset => new("Date", value),
        byte[] => new("Bytes", value),
        JsonArray list => SerializedJava.ValueOf("java.util.ArrayList", list.ToJsonString()),
        JsonObject map => SerializedJava.ValueOf("java.util.LinkedHashMap", map.ToJsonString()),
        _ => throw new ArgumentException(
            $"The engine has no variable type for {value.GetType()}; "
            + "use bool, short, int, long, double, string, DateTimeOffset, DateTime, byte[] or an EngineVariable.",
            nameof(value)),
    };
}
