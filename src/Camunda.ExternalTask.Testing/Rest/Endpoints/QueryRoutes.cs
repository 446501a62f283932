using System.Text.Json;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Adds the two routes of a query: its page and its count.</summary>
internal static class QueryRoutes
{
    public static void AddQuery<T>(
        this RestRoutes routes,
        string path,
        EngineCore core,
        Func<EngineState, RestQuery, IEnumerable<T>> query,
        Action<Utf8JsonWriter, T> write) => routes.AddQuery(path, core, query, (writer, item, _) => write(writer, item));

    public static void AddQuery<T>(
        this RestRoutes routes,
        string path,
        EngineCore core,
        Func<EngineState, RestQuery, IEnumerable<T>> query,
        Action<Utf8JsonWriter, T, RestQuery> write)
    {
        routes.Add("GET", path, request => core.Read(state => RestResponse.JsonArray(
            request.Query.Page(query(state, request.Query)),
            (writer, item) => write(writer, item, request.Query))));
        routes.Add("GET", path + "/count", request => core.Read(state => RestResponse.Count(query(state, request.Query).Count())));
    }
}
