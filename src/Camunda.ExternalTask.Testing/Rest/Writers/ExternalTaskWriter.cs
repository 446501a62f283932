using System.Text.Json;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Writers;

/// <summary>Writes external tasks.</summary>
internal static class ExternalTaskWriter
{
    /// <summary>As a fetch answers it: with variables, error details and extension properties.</summary>
    public static void WriteFetched(Utf8JsonWriter writer, EngineTask task, TopicInstruction topic, EngineFlavor flavor, JavaDateFormat dates)
    {
        writer.WriteStartObject();
        WriteIdentity(writer, task, flavor, dates, withDetails: true);
        writer.WriteStartObject("variables"u8);
        WriteVariables(writer, task, topic, dates);
        writer.WriteEndObject();
        WritePriority(writer, task);
        writer.WriteStartObject("extensionProperties"u8);
        if (topic.IncludeExtensionProperties)
        {
            foreach (var property in task.Node.Model.ExtensionProperties)
            {
                writer.WriteText(property.Name, property.Value);
            }
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, EngineTask task, EngineFlavor flavor, JavaDateFormat dates)
    {
        writer.WriteStartObject();
        WriteIdentity(writer, task, flavor, dates, withDetails: false);
        WritePriority(writer, task);
        writer.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter writer, EngineTask task, EngineFlavor flavor, JavaDateFormat dates, bool withDetails)
    {
        var definition = task.Instance.Definition;
        writer.WriteString("activityId"u8, task.Node.Id);
        writer.WriteString("activityInstanceId"u8, task.Execution.ActivityInstanceId);
        writer.WriteText("errorMessage", task.ErrorMessage);
        if (withDetails)
        {
            writer.WriteText("errorDetails", task.ErrorDetails);
        }

        writer.WriteString("executionId"u8, task.Execution.Id);
        writer.WriteString("id"u8, task.Id);
        writer.WriteDate("lockExpirationTime", task.LockExpiration, dates);
        if (flavor.HasCreateTime())
        {
            writer.WriteDate("createTime", task.Created, dates);
        }

        writer.WriteString("processDefinitionId"u8, definition.Id);
        writer.WriteString("processDefinitionKey"u8, definition.Key);
        writer.WriteString("processDefinitionVersionTag"u8, definition.VersionTag);
        writer.WriteString("processInstanceId"u8, task.Instance.Id);
        writer.WriteNumberOrNull("retries", task.Retries);
        writer.WriteBoolean("suspended"u8, task.Instance.IsSuspended);
        writer.WriteText("workerId", task.WorkerId);
        writer.WriteString("topicName"u8, task.Topic);
        writer.WriteString("tenantId"u8, definition.TenantId);
    }

    private static void WritePriority(Utf8JsonWriter writer, EngineTask task)
    {
        writer.WriteNumber("priority"u8, task.Priority);
        writer.WriteText("businessKey", task.Instance.BusinessKey);
    }

    private static void WriteVariables(Utf8JsonWriter writer, EngineTask task, TopicInstruction topic, JavaDateFormat dates)
    {
        if (topic.Variables is { Count: 0 })
        {
            return;
        }

        foreach (var variable in task.Execution.VisibleVariables(topic.LocalVariables))
        {
            if (topic.Variables?.Contains(variable.Name) ?? true)
            {
                EngineValueWriter.WriteNamed(writer, variable.Name, variable.Value, topic.DeserializeValues, dates);
            }
        }
    }
}
