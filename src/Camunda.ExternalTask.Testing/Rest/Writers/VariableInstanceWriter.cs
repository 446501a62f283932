using System.Text.Json;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Writers;

/// <summary>Writes variables with the ids of their instance, execution and activity.</summary>
internal static class VariableInstanceWriter
{
    public static void WriteInstance(Utf8JsonWriter writer, Variable variable, bool deserialize, JavaDateFormat dates)
    {
        var instance = variable.Execution.Instance;
        writer.WriteStartObject();
        var problem = WriteValue(writer, variable, deserialize, dates);
        writer.WriteString("processDefinitionId"u8, instance.Definition.Id);
        WriteScope(writer, variable);
        writer.WriteNull("caseInstanceId"u8);
        writer.WriteNull("caseExecutionId"u8);
        writer.WriteNull("taskId"u8);
        writer.WriteNull("batchId"u8);
        writer.WriteString("activityInstanceId"u8, variable.Execution.ActivityInstanceId);
        writer.WriteText("errorMessage", problem);
        writer.WriteString("tenantId"u8, instance.Definition.TenantId);
        writer.WriteEndObject();
    }

    public static void WriteHistoric(Utf8JsonWriter writer, Variable variable, bool deserialize, JavaDateFormat dates)
    {
        var instance = variable.Execution.Instance;
        writer.WriteStartObject();
        var problem = WriteValue(writer, variable, deserialize, dates);
        writer.WriteString("processDefinitionKey"u8, instance.Definition.Key);
        writer.WriteString("processDefinitionId"u8, instance.Definition.Id);
        WriteScope(writer, variable);
        writer.WriteString("activityInstanceId"u8, HistoricActivityOf(variable.Execution));
        writer.WriteNull("caseDefinitionKey"u8);
        writer.WriteNull("caseDefinitionId"u8);
        writer.WriteNull("caseInstanceId"u8);
        writer.WriteNull("caseExecutionId"u8);
        writer.WriteNull("taskId"u8);
        writer.WriteText("errorMessage", problem);
        writer.WriteString("tenantId"u8, instance.Definition.TenantId);
        writer.WriteString("state"u8, variable.IsDeleted ? "DELETED" : "CREATED");
        writer.WriteDate("createTime", variable.Created, dates);
        writer.WriteDate("removalTime", instance.RemovalTime, dates);
        writer.WriteString("rootProcessInstanceId"u8, instance.RootInstance.Id);
        writer.WriteEndObject();
    }

    /// <summary>Writes the value, id and name.</summary>
    /// <returns>The problem if the value cannot be deserialized, which does not fail the request here.</returns>
    private static string? WriteValue(Utf8JsonWriter writer, Variable variable, bool deserialize, JavaDateFormat dates)
    {
        var problem = deserialize ? Deserialization.ProblemOf(variable.Name, variable.Value) : null;
        if (problem is null)
        {
            EngineValueWriter.WriteMembers(writer, variable.Value, deserialize, dates);
        }
        else
        {
            writer.WriteString("type"u8, variable.Value.Type);
            writer.WriteNull("value"u8);
            writer.WriteNull("valueInfo"u8);
        }

        writer.WriteString("id"u8, variable.Id);
        writer.WriteText("name", variable.Name);
        return problem;
    }

    private static void WriteScope(Utf8JsonWriter writer, Variable variable)
    {
        writer.WriteString("processInstanceId"u8, variable.Execution.Instance.Id);
        writer.WriteString("executionId"u8, variable.Execution.Id);
    }

    /// <summary>The activity that the history names: for the variables of a subprocess, the one around it.</summary>
    private static string HistoricActivityOf(Execution execution) =>
        execution is { Node.Body: not null, Loop: null, Parent: { } parent } ? parent.ActivityInstanceId : execution.ActivityInstanceId;
}
