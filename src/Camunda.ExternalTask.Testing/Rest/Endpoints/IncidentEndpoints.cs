using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Lists incidents.</summary>
internal sealed class IncidentEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes) =>
        routes.AddQuery<Incident>("incident", core, Query, (writer, incident) => IncidentWriter.Write(writer, incident, core.Dates));

    private static IEnumerable<Incident> Query(EngineState state, RestQuery query) => state.Incidents.Values.Where(incident =>
        (query.Text("incidentType") is not { } type || incident.Type == type)
        && (query.Text("processInstanceId") is not { } instance || incident.Execution?.Instance.Id == instance)
        && (query.Text("executionId") is not { } execution || incident.Execution?.Id == execution)
        && (query.Text("activityId") is not { } activity || incident.ActivityId == activity)
        && (query.Text("configuration") is not { } task || incident.Configuration == task)
        && (query.Texts("processDefinitionKeyIn") is not { } keys || keys.Contains(incident.Definition.Key)));
}
