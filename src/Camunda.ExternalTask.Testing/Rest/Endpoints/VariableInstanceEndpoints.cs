using System.Net;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Variables across executions.</summary>
internal sealed class VariableInstanceEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.Add("GET", "variable-instance", List);
        routes.Add("GET", "variable-instance/count", request => core.Read(state => RestResponse.Count(Query(state, request.Query).Count())));
        routes.Add("GET", "variable-instance/*", request => core.Read(state =>
        {
            var variable = Find(state, request.Segments[1]);
            return RestResponse.Json(RestJson.Write(writer => VariableInstanceWriter.WriteInstance(writer, variable, Deserialize(request.Query, "deserializeValue"), core.Dates)));
        }));
        routes.Add("GET", "variable-instance/*/data", request => core.Read(state =>
            VariableData.Of(Find(state, request.Segments[1]).Value, request.Segments[1])));
    }

    private RestResponse List(RestRequest request) => core.Read(state => RestResponse.Json(RestJson.WriteArray(
        request.Query.Page(Query(state, request.Query)),
        (writer, variable) => VariableInstanceWriter.WriteInstance(writer, variable, Deserialize(request.Query, "deserializeValues"), core.Dates))));

    private static IEnumerable<Variable> Query(EngineState state, RestQuery query)
    {
        var name = query.Text("variableName");
        var scopes = query.Texts("executionIdIn")?.Select(id => state.Executions.GetValueOrDefault(id)).OfType<Execution>()
            ?? query.Texts("processInstanceIdIn")?.SelectMany(id => state.Instances.TryGetValue(id, out var instance) ? instance.Executions() : [])
            ?? state.Executions.Values;
        return scopes.SelectMany(static execution => execution.Variables.Values).Where(variable => name is null || variable.Name == name);
    }

    private static Variable Find(EngineState state, string id) =>
        state.Executions.Values.SelectMany(static execution => execution.Variables.Values).FirstOrDefault(variable => variable.Id == id)
        ?? throw EngineErrors.Invalid($"Variable instance with Id '{id}' does not exist.", HttpStatusCode.NotFound);

    private static bool Deserialize(RestQuery query, string name) => query.Text(name) != "false";
}
