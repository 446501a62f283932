namespace Camunda.ExternalTask.Testing.Values;

/// <summary>A typed value as the engine keeps it.</summary>
internal sealed record EngineValue(string Type, object? Value)
{
    public static EngineValue Null { get; } = new("Null", null);

    public string? ObjectTypeName { get; init; }

    public string? Format { get; init; }

    public string? FileName { get; init; }

    public string? MimeType { get; init; }

    public string? Encoding { get; init; }

    /// <summary>Never stored: gone when the request is done.</summary>
    public bool IsTransient { get; init; }

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
        _ => throw new ArgumentException($"A {value.GetType().Name} is no value of the engine.", nameof(value)),
    };

    /// <summary>What expressions see: the plain value, or this where the type is opaque to them.</summary>
    public object? ForExpression => Type is "Json" or "Xml" or "Object" or "File" && Value is not null ? this : Value;
}
