using System.Buffers;
using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using Camunda.ExternalTask.Values.Dates;
using Camunda.ExternalTask.Values.Scalars;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

public sealed partial class TypedValue
{
    // A document is JSON inside a JSON string: the default encoder would write six bytes for each quote.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Creates a null without a type.</summary>
    public static TypedValue Null() => Null(VariableType.Null);

    /// <summary>Creates a null with a type.</summary>
    /// <param name="type">The engine type.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="type"/> is <see cref="VariableType.Default"/>, which is not an engine type.</exception>
    public static TypedValue Null(VariableType type) => new(VariableTypeNames.Of(type), "null"u8.ToArray());

    /// <summary>Creates a Boolean.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Boolean(bool? value) => Scalar(value);

    /// <summary>Creates a Short, a 16-bit integer.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Short(short? value) => Scalar(value);

    /// <summary>Creates an Integer of 32 bits.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Integer(int? value) => Scalar(value);

    /// <summary>Creates a Long, a 64-bit integer.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Long(long? value) => Scalar(value);

    /// <summary>Creates a Double.</summary>
    /// <param name="value">The value, NaN and the infinities included; null keeps the type.</param>
    public static TypedValue Double(double? value) => Scalar(value);

    /// <summary>Creates a String. Most databases store up to 4,000 characters.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    /// <exception cref="ArgumentException">The text contains half of a surrogate pair.</exception>
    public static TypedValue String(string? value) => Text(VariableType.String, value);

    /// <summary>Creates a Date, an instant; ticks below a millisecond are cut off.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Date(DateTimeOffset? value) => Scalar(value);

    /// <summary>Creates a Date, an instant; ticks below a millisecond are cut off. <see cref="DateTimeKind.Unspecified"/> is local time.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Date(DateTime? value) => Scalar(value);

    /// <summary>Creates a Bytes value.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Bytes(byte[]? value) => Bytes(value is null ? default(ReadOnlyMemory<byte>?) : value);

    /// <summary>Creates a Bytes value.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Bytes(ReadOnlyMemory<byte>? value) => value is { } given ? new("Bytes", Base64String(given.Span)) : Null(VariableType.Bytes);

    /// <summary>Creates a Json value from its text.</summary>
    /// <param name="text">The text; null is a null variable.</param>
    /// <exception cref="ArgumentException">The text is not JSON. The engine accepts malformed JSON silently, and a later step fails on it.</exception>
    public static TypedValue Json(string? text) => text is not null && DocumentText.FaultOfJson(text) is { } fault
        ? throw new ArgumentException("The text is not JSON.", nameof(text), fault)
        : Text(VariableType.Json, text);

    /// <summary>Creates a Json value from your own type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value; null is a null variable.</param>
    /// <param name="typeInfo">The JSON contract of the type.</param>
    public static TypedValue Json<T>(T? value, JsonTypeInfo<T> typeInfo) => Text(VariableType.Json, Serialize(value, typeInfo));

    /// <summary>Creates an Xml value from its text, without a check.</summary>
    /// <param name="text">The text; null is a null variable.</param>
    /// <exception cref="ArgumentException">The text contains half of a surrogate pair.</exception>
    public static TypedValue Xml(string? text) => Text(VariableType.Xml, text);

    /// <summary>Creates an Xml value from a document or element.</summary>
    /// <param name="node">The document or element; null is a null variable.</param>
    public static TypedValue Xml(XNode? node) => Xml(node is null ? null : DocumentText.Of(node));

    /// <summary>Creates an Object, a serialized Java object, from its text.</summary>
    /// <param name="text">The serialized text; null is a null variable.</param>
    /// <param name="objectTypeName">The Java class, for example <c>com.example.Customer</c>; not blank.</param>
    /// <param name="serializationDataFormat">The format of the text; not blank. By default engines reject Java's own serialization.</param>
    /// <exception cref="ArgumentException">Class or format is blank (the engine returns 500), or the text contains half of a surrogate pair.</exception>
    public static TypedValue Object(string? text, string objectTypeName, string serializationDataFormat = "application/json")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(objectTypeName);
        ArgumentException.ThrowIfNullOrWhiteSpace(serializationDataFormat);
        return Text(VariableType.Object, text, Info(("objectTypeName", objectTypeName), ("serializationDataFormat", serializationDataFormat)));
    }

    /// <summary>Creates an Object of <c>application/json</c> from your own type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value; null is a null variable.</param>
    /// <param name="typeInfo">The JSON contract of the type.</param>
    /// <param name="objectTypeName">The Java class; not blank.</param>
    /// <exception cref="ArgumentException">The class is blank.</exception>
    public static TypedValue Object<T>(T? value, JsonTypeInfo<T> typeInfo, string objectTypeName) => Object(Serialize(value, typeInfo), objectTypeName);

    /// <summary>Creates a File.</summary>
    /// <param name="content">The content; may be empty.</param>
    /// <param name="filename">The file name; not blank (the engine returns 500).</param>
    /// <param name="mimeType">The MIME type, for example <c>text/plain</c>, or null.</param>
    /// <param name="encoding">The encoding of a text file, for example <c>UTF-8</c>, or null.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static TypedValue File(ReadOnlyMemory<byte> content, string filename, string? mimeType = null, string? encoding = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(filename);
        return new("File", Base64String(content.Span), Info(("filename", filename), ("mimeType", mimeType), ("encoding", encoding)));
    }

    /// <summary>Creates a File whose content is loaded.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ArgumentException">The content is not loaded (<see cref="CamundaFile.LoadAsync"/>).</exception>
    public static TypedValue File(CamundaFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.IsLoaded
            ? File(file.Content, file.FileName, file.MimeType, file.Encoding)
            : throw new ArgumentException($"The content of '{file.FileName}' is not loaded. Call LoadAsync first.", nameof(file));
    }

    private static string? Serialize<T>(T? value, JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return value is null ? null : JsonSerializer.Serialize(value, typeInfo);
    }

    private static TypedValue Scalar<T>(T value) =>
        new(VariableTypeNames.Of(ScalarOf<T>.Row.WrittenAs), Write(value, static (json, given) => ScalarOf<T>.Row.Write(new(json), given)));

    private static TypedValue Text(VariableType type, string? value, byte[]? info = null)
    {
        if (!LenientText.IsWellFormed(value))
        {
            throw new ArgumentException("The text contains half of a surrogate pair, which is not valid Unicode.", nameof(value));
        }

        return new(VariableTypeNames.Of(type), value is null ? "null"u8.ToArray() : Write(value, static (json, text) => LargeText.Write(json, text)), info);
    }

    private static byte[] Info(params ReadOnlySpan<(string Name, string? Value)> entries) => Write(entries.ToArray(), static (json, all) =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in all)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }

        json.WriteEndObject();
    });

    // Contents may be large: encodes directly into an array of the final length.
    private static byte[] Base64String(ReadOnlySpan<byte> content)
    {
        var text = new byte[Base64.GetMaxEncodedToUtf8Length(content.Length) + 2];
        text[0] = text[^1] = (byte)'"';
        Base64.EncodeToUtf8(content, text.AsSpan(1), out _, out _);
        return text;
    }

    private static byte[] Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json, value);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The value's JSON for an engine with this date format; a Date of another format is rewritten.</summary>
    internal ReadOnlySpan<byte> ValueIn(EngineDateFormat dateFormat) =>
        Type == VariableType.Date && !_dateFormat.IsSameAs(dateFormat) && View.TryDate(out var date) && dateFormat.TryWrite(date, out var text)
            ? Write(text, static (json, given) => json.WriteStringValue(given))
            : _value;

    internal void WriteTo(Utf8JsonWriter json, EngineDateFormat dateFormat)
    {
        if (TypeName.Length > 0)
        {
            json.WriteString("type"u8, TypeName);
        }

        json.WritePropertyName("value"u8);
        json.WriteRawValue(ValueIn(dateFormat), skipInputValidation: true);
        if (_info.Length <= 2 && !IsTransient)
        {
            return;
        }

        json.WritePropertyName("valueInfo"u8);
        json.WriteRawValue(InfoToWrite(), skipInputValidation: true);
    }

    private ReadOnlySpan<byte> InfoToWrite() => (IsTransient, _info) switch
    {
        (false, _) => _info,
        (true, { Length: <= 2 }) => """{"transient":true}"""u8,
        _ => (byte[])[.. """{"transient":true,"""u8, .. _info.AsSpan(1)],
    };
}
