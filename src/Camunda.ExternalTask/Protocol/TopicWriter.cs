using System.Buffers;
using System.Text.Json;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Writes the topics of a <c>fetchAndLock</c> request.</summary>
internal static class TopicWriter
{
    /// <summary>Writes topics that do not change from request to request once.</summary>
    public static byte[] ToArray(IEnumerable<TopicRequest> topics)
    {
        using var buffer = RequestBuffer.Rent();
        Write(buffer.Json, topics);
        buffer.Json.Flush();
        return buffer.Written.ToArray();
    }

    public static void Write(Utf8JsonWriter json, IEnumerable<TopicRequest> topics)
    {
        json.WriteStartArray();
        foreach (var topic in topics)
        {
            Write(json, topic);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TopicRequest topic)
    {
        json.WriteStartObject();
        json.WriteString("topicName"u8, topic.TopicName);
        json.WriteNumber("lockDuration"u8, (long)topic.LockDuration.TotalMilliseconds);
        var members = new MemberWriter(json, EngineDateFormat.Default);
        members.List("variables", topic.Variables);
        members.Flag("includeExtensionProperties", topic.IncludeExtensionProperties);
        members.Flag("deserializeValues", topic.DeserializeValues);
        WriteFilter(json, members, topic.Filter);
        json.WriteEndObject();
    }

    private static void WriteFilter(Utf8JsonWriter json, MemberWriter members, TopicFilter filter)
    {
        members.Text("processDefinitionId", filter.ProcessDefinitionId);
        members.List("processDefinitionIdIn", filter.ProcessDefinitionIdIn);
        members.Text("processDefinitionKey", filter.ProcessDefinitionKey);
        members.List("processDefinitionKeyIn", filter.ProcessDefinitionKeyIn);
        members.Text("processDefinitionVersionTag", filter.ProcessDefinitionVersionTag);
        members.Text("businessKey", filter.BusinessKey);
        members.List("tenantIdIn", filter.TenantIdIn);
        members.Flag("withoutTenantId", filter.WithoutTenantId);
        members.Flag("localVariables", filter.LocalVariables);
        if (filter.ProcessVariables is not { } processVariables)
        {
            return;
        }

        json.WriteStartObject("processVariables"u8);
        foreach (var (name, value) in processVariables)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value.ValueJson.Span);
        }

        json.WriteEndObject();
    }
}
