using System.Text.Json;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Writers;

/// <summary>Writes user tasks.</summary>
internal static class UserTaskWriter
{
    public static void Write(Utf8JsonWriter writer, UserTask task, EngineFlavor flavor, JavaDateFormat dates)
    {
        var (data, instance) = (task.Data, task.Instance);
        writer.WriteStartObject();
        writer.WriteString("id"u8, task.Id);
        writer.WriteText("name", data.Name);
        writer.WriteText("assignee", data.Assignee);
        writer.WriteDate("created", task.Created, dates);
        writer.WriteDate("due", data.Due, dates);
        writer.WriteDate("followUp", data.FollowUp, dates);
        if (flavor != EngineFlavor.Camunda717)
        {
            writer.WriteDate("lastUpdated", data.LastUpdated, dates);
        }

        writer.WriteString("delegationState"u8, data.DelegationState);
        writer.WriteText("description", data.Description);
        writer.WriteString("executionId"u8, task.Execution.Id);
        writer.WriteText("owner", data.Owner);
        writer.WriteNull("parentTaskId"u8);
        writer.WriteNumber("priority"u8, data.Priority);
        writer.WriteString("processDefinitionId"u8, instance.Definition.Id);
        writer.WriteString("processInstanceId"u8, instance.Id);
        writer.WriteString("taskDefinitionKey"u8, task.Execution.Node!.Id);
        writer.WriteNull("caseExecutionId"u8);
        writer.WriteNull("caseInstanceId"u8);
        writer.WriteNull("caseDefinitionId"u8);
        writer.WriteBoolean("suspended"u8, instance.IsSuspended);
        writer.WriteText("formKey", data.FormKey);
        writer.WriteNull("camundaFormRef"u8);
        writer.WriteString("tenantId"u8, instance.Definition.TenantId);
        if (flavor != EngineFlavor.Camunda717)
        {
            writer.WriteString("taskState"u8, data.LastUpdated is null ? "Created" : "Updated");
        }

        writer.WriteEndObject();
    }
}
