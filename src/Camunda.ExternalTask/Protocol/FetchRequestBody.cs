using System.Text.Json;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Writes the members of a <see cref="FetchRequest"/>.</summary>
internal static class FetchRequestBody
{
    public static void Write(Utf8JsonWriter json, string workerId, FetchRequest request)
    {
        json.WriteString("workerId"u8, workerId);
        json.WriteNumber("maxTasks"u8, request.MaxTasks);
        json.WriteBoolean("usePriority"u8, request.UsePriority);
        WriteSorting(json, request.CreateTimeOrder);
        if (request.AsyncResponseTimeout is { } timeout && timeout > TimeSpan.Zero)
        {
            json.WriteNumber("asyncResponseTimeout"u8, RequestCheck.Milliseconds(timeout));
        }

        json.WriteStartArray("topics"u8);
        foreach (var topic in request.Topics)
        {
            FetchTopic.Write(json, topic.TopicName, topic.LockDuration, topic.Variables, topic.IncludeExtensionProperties, topic.DeserializeValues, topic.Filter);
        }

        json.WriteEndArray();
    }

    public static void WriteSorting(Utf8JsonWriter json, SortOrder? createTimeOrder)
    {
        if (createTimeOrder is not { } order)
        {
            return;
        }

        json.WriteStartArray("sorting"u8);
        json.WriteStartObject();
        json.WriteString("sortBy"u8, "createTime"u8);
        json.WriteString("sortOrder"u8, order == SortOrder.Ascending ? "asc"u8 : "desc"u8);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
