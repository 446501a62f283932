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
        (query.Text("incidentType") is null or Incident.Type)
        && (query.Text("processInstanceId") is not { } instance || incident.Task.Instance.Id == instance)
        && (query.Text("executionId") is not { } execution || incident.Task.Execution.Id == execution)
        && (query.Text("activityId") is not { } activity || incident.Task.Node.Id == activity)
        && (query.Text("configuration") is not { } task || incident.Task.Id == task)
        && (query.Texts("processDefinitionKeyIn") is not { } keys || keys.Contains(incident.Task.Instance.Definition.Key)));
}
