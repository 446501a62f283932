using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Lists variables of all executions.</summary>
internal sealed class VariableInstanceEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.AddQuery<Variable>(
            "variable-instance",
            core,
            Query,
            (writer, variable, query) =>
                VariableInstanceWriter.WriteInstance(writer, variable, query.Deserializes("deserializeValues"), core.Dates));
        routes.Add("GET", "variable-instance/*", request => core.Read(state =>
        {
            var variable = Find(state, request.Segments[1]);
            var deserialize = request.Query.Deserializes("deserializeValue");
            return RestResponse.Json(writer => VariableInstanceWriter.WriteInstance(writer, variable, deserialize, core.Dates));
        }));
        routes.Add("GET", "variable-instance/*/data", request => core.Read(state =>
            VariableDownload.Of(Find(state, request.Segments[1]).Value, request.Segments[1])));
    }

    private static IEnumerable<Variable> Query(EngineState state, RestQuery query)
    {
        var name = query.Text("variableName");
        var scopes = query.Texts("executionIdIn")?.Select(id => state.Executions.GetValueOrDefault(id)).OfType<Execution>()
            ?? query.Texts("processInstanceIdIn")?
                .SelectMany(id => state.Instances.TryGetValue(id, out var instance) ? instance.Executions() : [])
            ?? state.Executions.Values;
        return scopes.SelectMany(static execution => execution.Variables.Values).Where(variable => name is null || variable.Name == name);
    }

    private static Variable Find(EngineState state, string id) =>
        state.Executions.Values.SelectMany(static execution => execution.Variables.Values).FirstOrDefault(variable => variable.Id == id)
        ?? throw EngineErrors.NotFound($"Variable instance with Id '{id}' does not exist.");
}
