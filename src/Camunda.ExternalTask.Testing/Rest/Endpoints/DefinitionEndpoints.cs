using System.Net;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Lists process definitions and starts instances.</summary>
internal sealed class DefinitionEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.AddQuery("process-definition", core, Query, DeploymentWriter.WriteDefinition);
        routes.Add("GET", "process-definition/key/*", request => Get(state => ByKey(state, request.Segments[2], null)));
        routes.Add("GET", "process-definition/*", request => Get(state => ById(state, request.Segments[1])));
        routes.Add("POST", "process-definition/key/*/start", request => Start(request, state => ByKey(state, request.Segments[2], null)));
        routes.Add("POST", "process-definition/key/*/tenant-id/*/start", request =>
            Start(request, state => ByKey(state, request.Segments[2], request.Segments[4])));
        routes.Add("POST", "process-definition/*/start", request => Start(request, state => StartableById(state, request.Segments[1])));
    }

    private RestResponse Get(Func<EngineState, ProcessDefinition> find) => core.Read(state =>
    {
        var definition = find(state);
        return RestResponse.Json(writer => DeploymentWriter.WriteDefinition(writer, definition));
    });

    private RestResponse Start(RestRequest request, Func<EngineState, ProcessDefinition> find) => core.Write(work =>
    {
        var definition = find(work.State);
        try
        {
            var instance = InstanceOperations.Start(
                work,
                definition,
                request.Json.Text("businessKey"),
                core.Values.ReadAll(request.Json.Element("variables")));
            return RestResponse.Json(writer => InstanceWriter.WriteStarted(
                writer,
                instance,
                request.BaseAddress,
                request.Json.Flag("withVariablesInReturn"),
                core.Flavor,
                core.Dates));
        }
        catch (EngineRequestException exception)
        {
            throw exception.Within($"Cannot instantiate process definition {definition.Id}");
        }
    });

    private static ProcessDefinition ByKey(EngineState state, string key, string? tenantId) =>
        DeploymentOperations.Latest(state, key, tenantId) ?? throw new EngineRequestException(
            HttpStatusCode.NotFound,
            "RestException",
            tenantId is null
                ? $"No matching process definition with key: {key} and no tenant-id"
                : $"No matching process definition with key: {key} and tenant-id: {tenantId}");

    private static ProcessDefinition ById(EngineState state, string id) => state.Definitions.TryGetValue(id, out var definition)
        ? definition
        : throw EngineErrors.NotFound($"No matching definition with id {id}");

    private static ProcessDefinition StartableById(EngineState state, string id) => state.Definitions.TryGetValue(id, out var definition)
        ? definition
        : throw new EngineRequestException(
            HttpStatusCode.InternalServerError,
            "RestException",
            $"Cannot instantiate process definition {id}: no deployed process definition found with id '{id}': processDefinition is null",
            0);

    private static IEnumerable<ProcessDefinition> Query(EngineState state, RestQuery query) => state.Definitions.Values.Where(definition =>
        (query.Text("key") is not { } key || definition.Key == key)
        && (query.Text("deploymentId") is not { } deployment || definition.DeploymentId == deployment)
        && (!query.Flag("latestVersion") || DeploymentOperations.Latest(state, definition.Key, definition.TenantId) == definition));
}
