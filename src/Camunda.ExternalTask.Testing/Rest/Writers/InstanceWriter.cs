using System.Text.Json;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Writers;

/// <summary>Writes running and historic process instances.</summary>
internal static class InstanceWriter
{
    public static void Write(Utf8JsonWriter writer, ProcessInstance instance, EngineFlavor flavor)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("links"u8);
        writer.WriteEndArray();
        WriteMembers(writer, instance, flavor);
        writer.WriteEndObject();
    }

    /// <summary>Writes the answer to a start, with a link and, on request, the variables.</summary>
    public static void WriteStarted(
        Utf8JsonWriter writer,
        ProcessInstance instance,
        string baseAddress,
        bool withVariables,
        EngineFlavor flavor,
        JavaDateFormat dates,
        bool hasLink = true)
    {
        writer.WriteStartObject();
        if (hasLink)
        {
            LinkWriter.Write(writer, $"{baseAddress}/process-instance/{instance.Id}");
        }
        else
        {
            writer.WriteStartArray("links"u8);
            writer.WriteEndArray();
        }

        WriteMembers(writer, instance, flavor);
        if (withVariables)
        {
            writer.WriteStartObject("variables"u8);
            foreach (var (name, variable) in instance.Root.Variables)
            {
                EngineValueWriter.WriteNamed(writer, name, variable.Value, deserialize: false, dates);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    public static void WriteHistoric(Utf8JsonWriter writer, ProcessInstance instance, EngineFlavor flavor, JavaDateFormat dates)
    {
        var definition = instance.Definition;
        writer.WriteStartObject();
        writer.WriteString("id"u8, instance.Id);
        writer.WriteText("businessKey", instance.BusinessKey);
        writer.WriteString("processDefinitionId"u8, definition.Id);
        writer.WriteString("processDefinitionKey"u8, definition.Key);
        writer.WriteString("processDefinitionName"u8, definition.Name);
        writer.WriteNumber("processDefinitionVersion"u8, definition.Version);
        writer.WriteDate("startTime", instance.Started, dates);
        writer.WriteDate("endTime", instance.Ended, dates);
        writer.WriteDate("removalTime", instance.RemovalTime, dates);
        writer.WriteDuration(instance.Started, instance.Ended);
        writer.WriteNull("startUserId"u8);
        writer.WriteString("startActivityId"u8, instance.StartActivityId);
        writer.WriteString("deleteReason"u8, instance.DeleteReason);
        writer.WriteString("rootProcessInstanceId"u8, instance.RootInstance.Id);
        writer.WriteString("superProcessInstanceId"u8, instance.Caller?.Instance.Id);
        writer.WriteNull("superCaseInstanceId"u8);
        writer.WriteNull("caseInstanceId"u8);
        writer.WriteString("tenantId"u8, definition.TenantId);
        writer.WriteString("state"u8, instance.HistoricState);
        if (flavor.HasRestartedInstances())
        {
            writer.WriteNull("restartedProcessInstanceId"u8);
        }

        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, ProcessInstance instance, EngineFlavor flavor)
    {
        writer.WriteString("id"u8, instance.Id);
        writer.WriteString("definitionId"u8, instance.Definition.Id);
        writer.WriteText("businessKey", instance.BusinessKey);
        writer.WriteNull("caseInstanceId"u8);
        writer.WriteBoolean("ended"u8, instance.Ended is not null);
        writer.WriteBoolean("suspended"u8, instance.IsSuspended);
        writer.WriteString("tenantId"u8, instance.Definition.TenantId);
        if (flavor.HasDefinitionKeyOfInstances())
        {
            writer.WriteString("definitionKey"u8, instance.Definition.Key);
        }
    }
}
