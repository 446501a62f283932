using System.Text.Json;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Writers;

/// <summary>Writes incidents.</summary>
internal static class IncidentWriter
{
    public static void Write(Utf8JsonWriter writer, Incident incident, JavaDateFormat dates)
    {
        var task = incident.Task;
        writer.WriteStartObject();
        writer.WriteString("id"u8, incident.Id);
        writer.WriteString("processDefinitionId"u8, task.Instance.Definition.Id);
        writer.WriteString("processInstanceId"u8, task.Instance.Id);
        writer.WriteString("executionId"u8, task.Execution.Id);
        writer.WriteDate("incidentTimestamp", incident.Timestamp, dates);
        writer.WriteString("incidentType"u8, Incident.Type);
        writer.WriteString("activityId"u8, task.Node.Id);
        writer.WriteNull("failedActivityId"u8);
        writer.WriteString("causeIncidentId"u8, incident.Id);
        writer.WriteString("rootCauseIncidentId"u8, incident.Id);
        writer.WriteString("configuration"u8, task.Id);
        writer.WriteText("incidentMessage", incident.Message);
        writer.WriteString("tenantId"u8, task.Instance.Definition.TenantId);
        writer.WriteNull("jobDefinitionId"u8);
        writer.WriteNull("annotation"u8);
        writer.WriteEndObject();
    }
}
