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
    /// <summary>Writes a fetched task, with its variables, error details and extension properties.</summary>
    public static void WriteLocked(Utf8JsonWriter writer, LockedTask locked, EngineFlavor flavor, JavaDateFormat dates)
    {
        var task = locked.Task;
        writer.WriteStartObject();
        WriteActivity(writer, task, locked.Data);
        writer.WriteText("errorDetails", locked.Data.ErrorDetails);
        WriteMembers(writer, task, locked.Data, isSuspended: false, flavor, dates);
        writer.WriteStartObject("variables"u8);
        foreach (var (name, value) in locked.Variables)
        {
            EngineValueWriter.WriteNamed(writer, name, value, locked.Topic.DeserializeValues, dates);
        }

        writer.WriteEndObject();
        WritePriority(writer, task, locked.Data);
        writer.WriteStartObject("extensionProperties"u8);
        if (locked.Topic.IncludeExtensionProperties)
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
        WriteActivity(writer, task, task.Data);
        WriteMembers(writer, task, task.Data, task.Instance.IsSuspended, flavor, dates);
        WritePriority(writer, task, task.Data);
        writer.WriteEndObject();
    }

    private static void WriteActivity(Utf8JsonWriter writer, EngineTask task, TaskData data)
    {
        writer.WriteString("activityId"u8, task.Node.Id);
        writer.WriteString("activityInstanceId"u8, task.Execution.ActivityInstanceId);
        writer.WriteText("errorMessage", data.ErrorMessage);
    }

    private static void WriteMembers(
        Utf8JsonWriter writer,
        EngineTask task,
        TaskData data,
        bool isSuspended,
        EngineFlavor flavor,
        JavaDateFormat dates)
    {
        var definition = task.Instance.Definition;
        writer.WriteString("executionId"u8, task.Execution.Id);
        writer.WriteString("id"u8, task.Id);
        writer.WriteDate("lockExpirationTime", data.LockExpiration, dates);
        if (flavor.HasCreateTime())
        {
            writer.WriteDate("createTime", task.Created, dates);
        }

        writer.WriteString("processDefinitionId"u8, definition.Id);
        writer.WriteString("processDefinitionKey"u8, definition.Key);
        writer.WriteString("processDefinitionVersionTag"u8, definition.VersionTag);
        writer.WriteString("processInstanceId"u8, task.Instance.Id);
        writer.WriteNumberOrNull("retries", data.Retries);
        writer.WriteBoolean("suspended"u8, isSuspended);
        writer.WriteText("workerId", data.WorkerId);
        writer.WriteString("topicName"u8, task.Topic);
        writer.WriteString("tenantId"u8, definition.TenantId);
    }

    private static void WritePriority(Utf8JsonWriter writer, EngineTask task, TaskData data)
    {
        writer.WriteNumber("priority"u8, data.Priority);
        writer.WriteText("businessKey", task.Instance.BusinessKey);
    }
}
