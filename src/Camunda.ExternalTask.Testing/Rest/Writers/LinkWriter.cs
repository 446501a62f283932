using System.Text.Json;

namespace Camunda.ExternalTask.Testing.Rest.Writers;

/// <summary>Writes the link of a resource to itself.</summary>
internal static class LinkWriter
{
    public static void Write(Utf8JsonWriter writer, string address)
    {
        writer.WriteStartArray("links"u8);
        writer.WriteStartObject();
        writer.WriteString("method"u8, "GET");
        writer.WriteString("href"u8, address);
        writer.WriteString("rel"u8, "self");
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
