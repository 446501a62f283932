using System.Text.Json;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing;

/// <summary>A variable's value with its engine type.</summary>
/// <param name="Type">The engine's type name, such as <c>Integer</c> or <c>Json</c>.</param>
/// <param name="Value">
/// A bool, short, int, long, double, string, <see cref="DateTimeOffset"/>, byte array or null. Values of type <c>Json</c>, <c>Xml</c> and
/// <c>Object</c> are serialized text. A <c>File</c> that was read from an engine has no content.
/// </param>
public sealed record EngineVariable(string Type, object? Value)
{
    /// <summary>The Java class of an <c>Object</c>.</summary>
    public string? ObjectTypeName { get; init; }

    /// <summary>The serialization format of an <c>Object</c>, such as <c>application/json</c>.</summary>
    public string? SerializationDataFormat { get; init; }

    /// <summary>The name of a <c>File</c>, which the engine requires.</summary>
    public string? FileName { get; init; }

    /// <summary>The media type of a <c>File</c>.</summary>
    public string? MimeType { get; init; }

    /// <summary>The character encoding of a <c>File</c>.</summary>
    public string? Encoding { get; init; }

    /// <summary>Creates a variable with the engine type that matches the type of a value.</summary>
    /// <param name="value">
    /// A bool, short, int, long, double, string, <see cref="DateTimeOffset"/>, <see cref="DateTime"/>, byte array, null, or an
    /// <see cref="EngineVariable"/>, which is returned unchanged.
    /// </param>
    /// <exception cref="ArgumentException">The engine has no type for the value.</exception>
    public static EngineVariable Of(object? value) => value switch
    {
        EngineVariable variable => variable,
        DateTime date => new("Date", new DateTimeOffset(date.ToUniversalTime())),
        _ => From(EngineValue.Of(value)),
    };

    /// <summary>Creates a <c>Json</c> variable. The engine stores the text without parsing it.</summary>
    /// <param name="text">The JSON text.</param>
    public static EngineVariable Json(string text) => new("Json", text);

    /// <summary>Creates an <c>Xml</c> variable. The engine stores the text without parsing it.</summary>
    /// <param name="text">The XML text.</param>
    public static EngineVariable Xml(string text) => new("Xml", text);

    /// <summary>Creates a serialized Java object.</summary>
    /// <param name="text">The serialized object.</param>
    /// <param name="objectTypeName">The Java class, which need not exist in the engine.</param>
    /// <param name="serializationDataFormat">The serialization format.</param>
    public static EngineVariable Object(string text, string objectTypeName, string serializationDataFormat = "application/json") =>
        new("Object", text) { ObjectTypeName = objectTypeName, SerializationDataFormat = serializationDataFormat };

    /// <summary>Creates a file.</summary>
    /// <param name="fileName">The file's name.</param>
    /// <param name="content">The file's content.</param>
    /// <param name="mimeType">The media type.</param>
    /// <param name="encoding">The character encoding.</param>
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
        writer.WriteTextIfSet("objectTypeName", ObjectTypeName);
        writer.WriteTextIfSet("serializationDataFormat", SerializationDataFormat);
        writer.WriteTextIfSet("filename", FileName);
        writer.WriteTextIfSet("mimeType", MimeType);
        writer.WriteTextIfSet("encoding", Encoding);
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
}
