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
    // Documents are JSON in JSON: with the default encoder each of their quotes would take six bytes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Null without a type.</summary>
    public static TypedValue Null() => Null(VariableType.Null);

    /// <summary>Null that keeps its type.</summary>
    /// <param name="type">The type.</param>
    public static TypedValue Null(VariableType type) => new(VariableTypeNames.Of(type), "null"u8.ToArray());

    /// <summary>A truth value.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Boolean(bool? value) => Scalar(value);

    /// <summary>A 16-bit integer.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Short(short? value) => Scalar(value);

    /// <summary>A 32-bit integer.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Integer(int? value) => Scalar(value);

    /// <summary>A 64-bit integer.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Long(long? value) => Scalar(value);

    /// <summary>A floating-point number.</summary>
    /// <param name="value">The value, also NaN and the infinities; null keeps the type.</param>
    public static TypedValue Double(double? value) => Scalar(value);

    /// <summary>Text. The column of most engines holds 4,000 characters.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public static TypedValue String(string? value) => Text(VariableType.String, value);

    /// <summary>An instant; ticks below a millisecond are cut.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Date(DateTimeOffset? value) => Scalar(value);

    /// <summary>An instant; ticks below a millisecond are cut. <see cref="DateTimeKind.Unspecified"/> is taken as local time.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Date(DateTime? value) => Scalar(value);

    /// <summary>Bytes.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Bytes(byte[]? value) => Bytes(value is null ? default(ReadOnlyMemory<byte>?) : value);

    /// <summary>Bytes.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static TypedValue Bytes(ReadOnlyMemory<byte>? value) => value is { } given ? new("Bytes", Base64String(given.Span)) : Null(VariableType.Bytes);

    /// <summary>JSON, from its text.</summary>
    /// <param name="text">The text; null is a null variable.</param>
    /// <exception cref="ArgumentException">The text is no JSON; the engine would store it without a word, and a later step would fail on it.</exception>
    public static TypedValue Json(string? text) => text is not null && DocumentText.FaultOfJson(text) is { } fault
        ? throw new ArgumentException("The text is no JSON.", nameof(text), fault)
        : Text(VariableType.Json, text);

    /// <summary>JSON, from a value of your own type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value; null is a null variable.</param>
    /// <param name="typeInfo">How to write it.</param>
    public static TypedValue Json<T>(T? value, JsonTypeInfo<T> typeInfo) => Text(VariableType.Json, Serialize(value, typeInfo));

    /// <summary>XML, from its text, unchecked.</summary>
    /// <param name="text">The text; null is a null variable.</param>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public static TypedValue Xml(string? text) => Text(VariableType.Xml, text);

    /// <summary>XML.</summary>
    /// <param name="node">The document or element; null is a null variable.</param>
    public static TypedValue Xml(XNode? node) => Xml(node is null ? null : DocumentText.Of(node));

    /// <summary>A serialized Java object, from its text.</summary>
    /// <param name="text">The serialized text; null is a null variable.</param>
    /// <param name="objectTypeName">The Java class, for example <c>com.example.Customer</c>; not blank.</param>
    /// <param name="serializationDataFormat">The format of the text; not blank. Engines refuse Java's own unless told otherwise.</param>
    /// <exception cref="ArgumentException">Class or format is blank (the engine answers 500), or the text holds half a surrogate pair.</exception>
    public static TypedValue Object(string? text, string objectTypeName, string serializationDataFormat = "application/json")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(objectTypeName);
        ArgumentException.ThrowIfNullOrWhiteSpace(serializationDataFormat);
        return Text(VariableType.Object, text, Info(("objectTypeName", objectTypeName), ("serializationDataFormat", serializationDataFormat)));
    }

    /// <summary>A Java object as <c>application/json</c>, from a value of your own type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value; null is a null variable.</param>
    /// <param name="typeInfo">How to write it.</param>
    /// <param name="objectTypeName">The Java class; not blank.</param>
    /// <exception cref="ArgumentException">The class is blank.</exception>
    public static TypedValue Object<T>(T? value, JsonTypeInfo<T> typeInfo, string objectTypeName) => Object(Serialize(value, typeInfo), objectTypeName);

    /// <summary>A file.</summary>
    /// <param name="content">The content; may be empty.</param>
    /// <param name="filename">Its name; not blank (the engine answers 500).</param>
    /// <param name="mimeType">Its MIME type, for example <c>text/plain</c>, or null.</param>
    /// <param name="encoding">The encoding of a text file, for example <c>UTF-8</c>, or null.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static TypedValue File(ReadOnlyMemory<byte> content, string filename, string? mimeType = null, string? encoding = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(filename);
        return new("File", Base64String(content.Span), Info(("filename", filename), ("mimeType", mimeType), ("encoding", encoding)));
    }

    /// <summary>A file whose content is at hand.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ArgumentException">Its content was not loaded (<see cref="CamundaFile.LoadAsync"/>): the engine would have to store an empty one.</exception>
    public static TypedValue File(CamundaFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.IsLoaded
            ? File(file.Content, file.FileName, file.MimeType, file.Encoding)
            : throw new ArgumentException($"The content of '{file.FileName}' was not loaded.", nameof(file));
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
            throw new ArgumentException("The text holds half of a surrogate pair, which is no valid text.", nameof(value));
        }

        return new(VariableTypeNames.Of(type), value is null ? "null"u8.ToArray() : Write(value, static (json, text) => json.WriteStringValue(text)), info);
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

    /// <summary>Straight into an array of its length: contents may be large.</summary>
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

    /// <summary>The value's JSON for a connection with this date format: a date is rewritten unless it is in it already.</summary>
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
