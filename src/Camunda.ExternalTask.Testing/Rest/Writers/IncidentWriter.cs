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
        writer.WriteStartObject();
        writer.WriteString("id"u8, incident.Id);
        writer.WriteString("processDefinitionId"u8, incident.Definition.Id);
        writer.WriteString("processInstanceId"u8, incident.Execution?.Instance.Id);
        writer.WriteString("executionId"u8, incident.Execution?.Id);
        writer.WriteDate("incidentTimestamp", incident.Timestamp, dates);
        writer.WriteString("incidentType"u8, incident.Type);
        writer.WriteString("activityId"u8, incident.ActivityId);
        writer.WriteString("failedActivityId"u8, incident.FailedActivityId);
        writer.WriteString("causeIncidentId"u8, incident.Id);
        writer.WriteString("rootCauseIncidentId"u8, incident.Id);
        writer.WriteString("configuration"u8, incident.Configuration);
        writer.WriteText("incidentMessage", incident.Message);
        writer.WriteString("tenantId"u8, incident.Definition.TenantId);
        writer.WriteNull("jobDefinitionId"u8);
        writer.WriteNull("annotation"u8);
        writer.WriteEndObject();
    }
}
