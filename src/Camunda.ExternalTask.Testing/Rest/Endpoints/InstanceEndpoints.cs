using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Lists, suspends and deletes running process instances.</summary>
internal sealed class InstanceEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.AddQuery<ProcessInstance>(
            "process-instance",
            core,
            Query,
            (writer, instance) => InstanceWriter.Write(writer, instance, core.Flavor));
        routes.Add("POST", "process-instance", request => core.Read(state => RestResponse.JsonArray(
            request.Query.Page(Query(state, QueryOf(request.Json))),
            (writer, instance) => InstanceWriter.Write(writer, instance, core.Flavor))));
        routes.Add("POST", "process-instance/count", request => core.Read(state => RestResponse.Count(Query(state, QueryOf(request.Json)).Count())));
        routes.Add("GET", "process-instance/*", Get);
        routes.Add("DELETE", "process-instance/*", request =>
        {
            core.Write(work => InstanceOperations.Delete(work, request.Segments[1], !request.Query.Flag("skipIoMappings")));
            return RestResponse.NoContent;
        });
        routes.Add("PUT", "process-instance/*/suspended", request =>
        {
            core.Write(work => InstanceOperations.Suspend(work, request.Segments[1], request.Json.Flag("suspended")));
            return RestResponse.NoContent;
        });
    }

    private static readonly string[] Filters =
    [
        "businessKey", "processInstanceIds", "processDefinitionKey", "processDefinitionId", "deploymentId", "tenantIdIn", "active", "suspended", "withIncident",
    ];

    private static RestQuery QueryOf(RestBody body)
    {
        var members = body.Members().ToList();
        return members.Find(static member => !Filters.Contains(member.Name)) is { Name: { } name }
            ? throw EngineErrors.Invalid($"The member '{name}' of a query for process instances is not supported by the engine in memory")
            : new(members);
    }

    private RestResponse Get(RestRequest request) => core.Read(state =>
    {
        var instance = state.Instances.TryGetValue(request.Segments[1], out var found)
            ? found
            : throw EngineErrors.NotFound($"Process instance with id {request.Segments[1]} does not exist");
        return RestResponse.Json(writer => InstanceWriter.Write(writer, instance, core.Flavor));
    });

    private static IEnumerable<ProcessInstance> Query(EngineState state, RestQuery query) => state.Instances.Values.Where(instance =>
        (query.Text("businessKey") is not { } businessKey || instance.BusinessKey == businessKey)
        && (query.Texts("processInstanceIds") is not { } ids || ids.Contains(instance.Id))
        && (query.Text("processDefinitionKey") is not { } key || instance.Definition.Key == key)
        && (query.Text("processDefinitionId") is not { } id || instance.Definition.Id == id)
        && (query.Text("deploymentId") is not { } deployment || instance.Definition.DeploymentId == deployment)
        && (query.Texts("tenantIdIn") is not { } tenants || tenants.Contains(instance.Definition.TenantId))
        && (!query.Flag("active") || !instance.IsSuspended)
        && (!query.Flag("suspended") || instance.IsSuspended)
        && (query.Text("superProcessInstance") is not { } caller || instance.Caller?.Instance.Id == caller)
        && (query.Text("subProcessInstance") is not { } called || instance.Executions().Any(execution => execution.Called?.Id == called))
        && (!query.Flag("rootProcessInstances") || instance.Caller is null)
        && (!query.Flag("withIncident") || instance.Executions().Any(static execution =>
            execution.Task?.Incident is not null || execution.Jobs.Exists(static job => job.Incident is not null))));
}
