using System.Text.Json;

namespace Camunda.ExternalTask.Values.Wire;

/// <summary>The names of the engine's types on the wire.</summary>
internal static class VariableTypeNames
{
    private static readonly JsonEncodedText[] EncodedNames =
        [.. Enum.GetValues<VariableType>().Select(static type => JsonEncodedText.Encode(type == VariableType.Default ? "" : Of(type)))];

    /// <summary>Finds the type by its name; <see cref="VariableType.Default"/> for an unknown name. Like the engine, it ignores the case of the first letter only.</summary>
    public static VariableType Parse(ReadOnlySpan<byte> name) => name.Length switch
    {
        3 when Is(name, "Xml"u8) => VariableType.Xml,
        4 when Is(name, "Json"u8) => VariableType.Json,
        4 when Is(name, "Long"u8) => VariableType.Long,
        4 when Is(name, "Date"u8) => VariableType.Date,
        4 when Is(name, "Null"u8) => VariableType.Null,
        4 when Is(name, "File"u8) => VariableType.File,
        5 when Is(name, "Short"u8) => VariableType.Short,
        5 when Is(name, "Bytes"u8) => VariableType.Bytes,
        6 when Is(name, "String"u8) => VariableType.String,
        6 when Is(name, "Double"u8) => VariableType.Double,
        6 when Is(name, "Object"u8) => VariableType.Object,
        7 when Is(name, "Integer"u8) => VariableType.Integer,
        7 when Is(name, "Boolean"u8) => VariableType.Boolean,
        _ => VariableType.Default,
    };

    /// <summary>The name of a type.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="VariableType.Default"/> has no name.</exception>
    public static string Of(VariableType type) => type switch
    {
        VariableType.Null => "Null",
        VariableType.Boolean => "Boolean",
        VariableType.Short => "Short",
        VariableType.Integer => "Integer",
        VariableType.Long => "Long",
        VariableType.Double => "Double",
        VariableType.String => "String",
        VariableType.Date => "Date",
        VariableType.Bytes => "Bytes",
        VariableType.File => "File",
        VariableType.Json => "Json",
        VariableType.Xml => "Xml",
        VariableType.Object => "Object",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Use an engine type; this value has no name on the wire."),
    };

    /// <summary>The name of a type, ready to be written as JSON.</summary>
    public static JsonEncodedText Encoded(VariableType type) => EncodedNames[(int)type];

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> type) =>
        (name[0] | 0x20) == (type[0] | 0x20) && name[1..].SequenceEqual(type[1..]);
}
