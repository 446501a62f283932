using System.Text.Json;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Writes the body of <c>fetchAndLock</c>. The topics of a group never change and are written once.</summary>
internal sealed class FetchBody(bool usePriority, SortOrder? createTimeOrder)
{
    /// <summary>The <c>topics</c> array of a group.</summary>
    public static byte[] Topics(IEnumerable<(HandlerDescriptor Handler, TimeSpan LockDuration)> topics)
    {
        using var buffer = RequestBuffer.Rent();
        buffer.Json.WriteStartArray();
        foreach (var (handler, lockDuration) in topics)
        {
            FetchTopic.Write(
                buffer.Json,
                handler.Topic,
                lockDuration,
                handler.Input?.Variables,
                handler.Input?.IncludeExtensionProperties ?? false,
                handler.DeserializeValues,
                handler.Filter);
        }

        buffer.Json.WriteEndArray();
        buffer.Json.Flush();
        return buffer.Written.ToArray();
    }

    public void Write(Utf8JsonWriter json, WorkerPoll poll, ReadOnlySpan<byte> topics)
    {
        json.WriteStartObject();
        json.WriteString("workerId"u8, poll.WorkerId);
        json.WriteNumber("maxTasks"u8, poll.MaxTasks);
        json.WriteBoolean("usePriority"u8, usePriority);
        FetchRequestBody.WriteSorting(json, createTimeOrder);
        if (poll.IsLong)
        {
            json.WriteNumber("asyncResponseTimeout"u8, (long)poll.Timeout.TotalMilliseconds);
        }

        json.WritePropertyName("topics"u8);
        json.WriteRawValue(topics, skipInputValidation: true);
        json.WriteEndObject();
        json.Flush();
    }
}
