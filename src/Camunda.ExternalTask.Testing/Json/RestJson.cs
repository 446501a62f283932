using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Json;

/// <summary>How answers are written.</summary>
internal static class RestJson
{
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] EmptyArray { get; } = "[]"u8.ToArray();

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] WriteArray<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) => Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    });

    public static void WriteDate(this Utf8JsonWriter writer, string name, DateTimeOffset? date, JavaDateFormat dates) =>
        writer.WriteString(name, date is { } value ? dates.Text(value) : null);

    public static void WriteNumberOrNull(this Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
