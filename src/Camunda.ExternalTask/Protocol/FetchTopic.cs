using System.Text.Json;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Writes one topic of a <c>fetchAndLock</c> request.</summary>
internal static class FetchTopic
{
    /// <param name="json">Receives the topic.</param>
    /// <param name="topic">Its name.</param>
    /// <param name="lockDuration">How long its tasks are locked.</param>
    /// <param name="variables">The variables to fetch; null fetches all, an empty list none.</param>
    /// <param name="includeExtensionProperties">Whether to fetch the extension properties.</param>
    /// <param name="deserializeValues">Whether the engine deserializes Java objects.</param>
    /// <param name="filter">Restricts the tasks.</param>
    public static void Write(
        Utf8JsonWriter json,
        string topic,
        TimeSpan lockDuration,
        IReadOnlyList<string>? variables,
        bool includeExtensionProperties,
        bool deserializeValues,
        TopicFilter filter)
    {
        json.WriteStartObject();
        json.WriteString("topicName"u8, topic);
        json.WriteNumber("lockDuration"u8, (long)lockDuration.TotalMilliseconds);
        WriteList(json, "variables"u8, variables);
        if (includeExtensionProperties)
        {
            json.WriteBoolean("includeExtensionProperties"u8, true);
        }

        if (deserializeValues)
        {
            json.WriteBoolean("deserializeValues"u8, true);
        }

        WriteFilter(json, filter);
        json.WriteEndObject();
    }

    private static void WriteFilter(Utf8JsonWriter json, TopicFilter filter)
    {
        WriteText(json, "processDefinitionId"u8, filter.ProcessDefinitionId);
        WriteList(json, "processDefinitionIdIn"u8, filter.ProcessDefinitionIdIn);
        WriteText(json, "processDefinitionKey"u8, filter.ProcessDefinitionKey);
        WriteList(json, "processDefinitionKeyIn"u8, filter.ProcessDefinitionKeyIn);
        WriteText(json, "processDefinitionVersionTag"u8, filter.ProcessDefinitionVersionTag);
        WriteText(json, "businessKey"u8, filter.BusinessKey);
        WriteList(json, "tenantIdIn"u8, filter.TenantIdIn);
        if (filter.WithoutTenantId)
        {
            json.WriteBoolean("withoutTenantId"u8, true);
        }

        if (filter.LocalVariables)
        {
            json.WriteBoolean("localVariables"u8, true);
        }

        if (filter.ProcessVariables is { } processVariables)
        {
            json.WriteStartObject("processVariables"u8);
            foreach (var (name, value) in processVariables)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(value.ValueJson.Span);
            }

            json.WriteEndObject();
        }
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteList(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
