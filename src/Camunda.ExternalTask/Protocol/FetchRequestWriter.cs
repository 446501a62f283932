using System.Text.Json;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Writes the members of a <c>fetchAndLock</c> request.</summary>
internal static class FetchRequestWriter
{
    /// <summary>Writes a request whose topics have been written by <see cref="TopicWriter.ToArray"/>.</summary>
    public static void Write(Utf8JsonWriter json, in FetchTerms terms, ReadOnlySpan<byte> topics)
    {
        WriteTerms(json, terms);
        json.WritePropertyName("topics"u8);
        json.WriteRawValue(topics, skipInputValidation: true);
    }

    public static void Write(Utf8JsonWriter json, in FetchTerms terms, IEnumerable<TopicRequest> topics)
    {
        WriteTerms(json, terms);
        json.WritePropertyName("topics"u8);
        TopicWriter.Write(json, topics);
    }

    private static void WriteTerms(Utf8JsonWriter json, in FetchTerms terms)
    {
        json.WriteString("workerId"u8, terms.WorkerId);
        json.WriteNumber("maxTasks"u8, terms.MaxTasks);
        json.WriteBoolean("usePriority"u8, terms.UsePriority);
        if (terms.CreateTimeOrder is { } order)
        {
            json.WriteStartArray("sorting"u8);
            json.WriteStartObject();
            json.WriteString("sortBy"u8, "createTime"u8);
            json.WriteString("sortOrder"u8, order == SortOrder.Ascending ? "asc"u8 : "desc"u8);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (terms.AsyncResponseTimeout > TimeSpan.Zero)
        {
            json.WriteNumber("asyncResponseTimeout"u8, RequestCheck.Milliseconds(terms.AsyncResponseTimeout));
        }
    }
}
