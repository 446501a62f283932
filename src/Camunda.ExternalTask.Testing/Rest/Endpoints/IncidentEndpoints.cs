using System.Text.Json;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

internal sealed class IncidentEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.Add("GET", "incident", request => core.Read(state =>
            RestResponse.Json(RestJson.WriteArray(request.Query.Page(Query(state, request.Query)), Write))));
        routes.Add("GET", "incident/count", request => core.Read(state => RestResponse.Count(Query(state, request.Query).Count())));
    }

    private static IEnumerable<Incident> Query(EngineState state, RestQuery query) => state.Incidents.Values.Where(incident =>
        (query.Text("incidentType") is null or "failedExternalTask")
        && (query.Text("processInstanceId") is not { } instance || incident.Task.Instance.Id == instance)
        && (query.Text("executionId") is not { } execution || incident.Task.Execution.Id == execution)
        && (query.Text("activityId") is not { } activity || incident.Task.Node.Id == activity)
        && (query.Text("configuration") is not { } task || incident.Task.Id == task)
        && (query.Texts("processDefinitionKeyIn") is not { } keys || keys.Contains(incident.Task.Instance.Definition.Key)));

    private void Write(Utf8JsonWriter writer, Incident incident)
    {
        var task = incident.Task;
        writer.WriteStartObject();
        writer.WriteString("id"u8, incident.Id);
        writer.WriteString("processDefinitionId"u8, task.Instance.Definition.Id);
        writer.WriteString("processInstanceId"u8, task.Instance.Id);
        writer.WriteString("executionId"u8, task.Execution.Id);
        writer.WriteDate("incidentTimestamp", incident.Timestamp, core.Dates);
        writer.WriteString("incidentType"u8, "failedExternalTask");
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
