using System.Text.Json;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing;

/// <summary>A variable's value as engines carry it.</summary>
/// <param name="Type">The engine's type name, such as <c>Integer</c> or <c>Json</c>.</param>
/// <param name="Value">
/// A bool, short, int, long, double, string, <see cref="DateTimeOffset"/>, byte array or null. <c>Json</c>, <c>Xml</c> and <c>Object</c>
/// have their serialized text; a fetched <c>File</c> has
/// no content here.
/// </param>
public sealed record EngineVariable(string Type, object? Value)
{
    /// <summary>The Java type of an <c>Object</c>.</summary>
    public string? ObjectTypeName { get; init; }

    /// <summary>How an <c>Object</c> is written, such as <c>application/json</c>.</summary>
    public string? SerializationDataFormat { get; init; }

    /// <summary>The name of a <c>File</c>, without which the engine refuses it.</summary>
    public string? FileName { get; init; }

    /// <summary>The media type of a <c>File</c>.</summary>
    public string? MimeType { get; init; }

    /// <summary>The character encoding of a <c>File</c>.</summary>
    public string? Encoding { get; init; }

    /// <summary>Takes the engine's type from the value's.</summary>
    /// <param name="value">A value of a type that the engine has, or a variable as it is.</param>
    /// <exception cref="ArgumentException">The engine has no such type.</exception>
    public static EngineVariable Of(object? value) => value switch
    {
        EngineVariable variable => variable,
        DateTime date => new("Date", new DateTimeOffset(date.ToUniversalTime())),
        _ => From(EngineValue.Of(value)),
    };

    /// <summary>JSON text, which the engine stores as it is.</summary>
    public static EngineVariable Json(string text) => new("Json", text);

    /// <summary>XML text, which the engine stores as it is.</summary>
    public static EngineVariable Xml(string text) => new("Xml", text);

    /// <summary>A serialized object of a Java type.</summary>
    public static EngineVariable Object(string text, string objectTypeName, string serializationDataFormat = "application/json") =>
        new("Object", text) { ObjectTypeName = objectTypeName, SerializationDataFormat = serializationDataFormat };

    /// <summary>A file.</summary>
    public static EngineVariable File(string fileName, byte[] content, string? mimeType = null, string? encoding = null) =>
        new("File", content) { FileName = fileName, MimeType = mimeType, Encoding = encoding };

    internal static EngineVariable From(EngineValue value) => new(value.Type, value.Type == "File" ? null : value.Value)
    {
        ObjectTypeName = value.ObjectTypeName,
        SerializationDataFormat = value.Format,
        FileName = value.FileName,
        MimeType = value.MimeType,
        Encoding = value.Encoding,
    };

    internal EngineValue ToEngineValue() => new(Type, Value)
    {
        ObjectTypeName = ObjectTypeName,
        Format = SerializationDataFormat,
        FileName = FileName,
        MimeType = MimeType,
        Encoding = Encoding,
    };

    internal static EngineVariable Read(JsonElement element)
    {
        var type = element.GetProperty("type").GetString() ?? "Null";
        var info = element.TryGetProperty("valueInfo", out var found) ? found : default;
        return new(type, ReadValue(type, element.GetProperty("value")))
        {
            ObjectTypeName = Info(info, "objectTypeName"),
            SerializationDataFormat = Info(info, "serializationDataFormat"),
            FileName = Info(info, "filename"),
            MimeType = Info(info, "mimeType"),
            Encoding = Info(info, "encoding"),
        };
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, Type);
        if (Value is byte[] content)
        {
            writer.WriteBase64String("value"u8, content);
        }
        else
        {
            writer.WritePropertyName("value"u8);
            EngineValueWriter.WriteValue(writer, ToEngineValue(), deserialize: false, JavaDateFormat.Default);
        }

        writer.WriteStartObject("valueInfo"u8);
        WriteInfo(writer, "objectTypeName", ObjectTypeName);
        WriteInfo(writer, "serializationDataFormat", SerializationDataFormat);
        WriteInfo(writer, "filename", FileName);
        WriteInfo(writer, "mimeType", MimeType);
        WriteInfo(writer, "encoding", Encoding);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static object? ReadValue(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null or JsonValueKind.Undefined) => null,
        ("Boolean", _) => value.GetBoolean(),
        ("Short", _) => value.GetInt16(),
        ("Integer", _) => value.GetInt32(),
        ("Long", _) => value.GetInt64(),
        ("Double", JsonValueKind.Number) => value.GetDouble(),
        ("Double", _) => EngineConversions.ToDouble(JsonText.Of(value)),
        ("Date", _) => JavaDateFormat.Default.TryParse(JsonText.Of(value)),
        ("Bytes", _) => value.GetBytesFromBase64(),
        (_, JsonValueKind.String) => JsonText.Of(value),
        _ => value.GetRawText(),
    };

    private static string? Info(JsonElement info, string name) =>
        info.ValueKind == JsonValueKind.Object && info.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static void WriteInfo(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
