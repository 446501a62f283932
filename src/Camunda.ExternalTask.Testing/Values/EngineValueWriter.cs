using System.Globalization;
using System.Text.Json;
using Camunda.ExternalTask.Testing.Json;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>Writes typed values as the engine returns them.</summary>
internal static class EngineValueWriter
{
    public static void Write(Utf8JsonWriter writer, EngineValue value, bool deserialize, JavaDateFormat dates)
    {
        writer.WriteStartObject();
        WriteMembers(writer, value, deserialize, dates);
        writer.WriteEndObject();
    }

    /// <summary>Writes a variable as a member.</summary>
    /// <exception cref="EngineRequestException">The value cannot be deserialized, which fails the whole request.</exception>
    public static void WriteNamed(Utf8JsonWriter writer, string name, EngineValue value, bool deserialize, JavaDateFormat dates)
    {
        if (deserialize)
        {
            Deserialization.Require(name, value);
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

        writer.WriteTextIfSet("encoding", value.Encoding);
        writer.WriteTextIfSet("filename", value.FileName);
        writer.WriteTextIfSet("mimeType", value.MimeType);
        writer.WriteEndObject();
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
                writer.WriteStringValue(DoubleText(number));
                break;
            case DateTimeOffset date:
                writer.WriteStringValue(dates.Format(date));
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

    /// <summary>A double as Java prints it.</summary>
    public static string DoubleText(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }
}
