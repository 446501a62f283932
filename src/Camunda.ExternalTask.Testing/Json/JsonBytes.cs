using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Camunda.ExternalTask.Testing.Json;

/// <summary>Writes JSON bodies as UTF-8, with no more escapes than JSON requires, as the engine does.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
}
