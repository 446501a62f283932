using System.Globalization;
using System.Text.Json;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Json;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>Writes typed values as the engine answers them.</summary>
internal static class EngineValueWriter
{
    public static void Write(Utf8JsonWriter writer, EngineValue value, bool deserialize, JavaDateFormat dates)
    {
        writer.WriteStartObject();
        WriteMembers(writer, value, deserialize, dates);
        writer.WriteEndObject();
    }

    /// <summary>
    /// Writes a named variable. Opening a value whose class is not Java's own fails the whole answer, as it does where the engine lacks the
    /// class.
    /// </summary>
    public static void WriteNamed(Utf8JsonWriter writer, string name, EngineValue value, bool deserialize, JavaDateFormat dates)
    {
        if (deserialize && value is { Type: "Object", Value: not null } && value.ObjectTypeName?.StartsWith("java.", StringComparison.Ordinal) != true)
        {
            throw EngineErrors.Failed($"Cannot deserialize object in variable '{name}': class {value.ObjectTypeName} not found");
        }

        writer.WritePropertyName(name);
        Write(writer, value, deserialize, dates);
    }

    public static void WriteMembers(Utf8JsonWriter writer, EngineValue value, bool deserialize, JavaDateFormat dates)
    {
        writer.WriteString("type"u8, value.Type);
        writer.WritePropertyName("value"u8);
        WriteValue(writer, value, deserialize, dates);
        writer.WriteStartObject("valueInfo"u8);
        if (value.Type == "Object")
        {
            writer.WriteString("objectTypeName"u8, value.ObjectTypeName);
            writer.WriteString("serializationDataFormat"u8, value.Format);
        }

        WriteIfSet(writer, "encoding", value.Encoding);
        WriteIfSet(writer, "filename", value.FileName);
        WriteIfSet(writer, "mimeType", value.MimeType);
        writer.WriteEndObject();
    }

    public static string DoubleText(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }

    public static void WriteValue(Utf8JsonWriter writer, EngineValue value, bool deserialize, JavaDateFormat dates)
    {
        switch (value.Value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case short number:
                writer.WriteNumberValue(number);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteRawValue(DoubleText(number), skipInputValidation: true);
                break;
            case double number:
                writer.WriteStringValue(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
                break;
            case DateTimeOffset date:
                writer.WriteStringValue(dates.Text(date));
                break;
            case byte[] when value.Type == "File":
                writer.WriteNullValue();
                break;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                break;
            case string text when deserialize && value is { Type: "Object", Format: "application/json" }:
                writer.WriteRawValue(text);
                break;
            case string text when deserialize && value is { Type: "Object", Format: SerializedJava.Format }:
                writer.WriteRawValue(SerializedJava.JsonOf(text));
                break;
            case string text:
                writer.WriteText(text);
                break;
        }
    }

    private static void WriteIfSet(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteText(name, value);
        }
    }
}
