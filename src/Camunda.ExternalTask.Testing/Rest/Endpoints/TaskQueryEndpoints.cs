using System.Net;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Readers;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>The calls of operators: lists tasks, and sets their retries and priorities.</summary>
internal sealed class TaskQueryEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.Add("GET", "external-task", request => List(TaskQuery.Of(request.Query, core.Dates), request));
        routes.Add("POST", "external-task", request => List(TaskQuery.Of(request.Json, core.Dates), request));
        routes.Add("GET", "external-task/count", request => Count(TaskQuery.Of(request.Query, core.Dates)));
        routes.Add("POST", "external-task/count", request => Count(TaskQuery.Of(request.Json, core.Dates)));
        routes.Add("GET", "external-task/topic-names", TopicNames);
        routes.Add("PUT", "external-task/retries", SetManyRetries);
        routes.Add("GET", "external-task/*", Get);
        routes.Add("GET", "external-task/*/errorDetails", ErrorDetails);
        routes.Add("PUT", "external-task/*/retries", SetRetries);
        routes.Add("PUT", "external-task/*/priority", SetPriority);
    }

    private RestResponse List(TaskQuery query, RestRequest request) => core.Read(state => RestResponse.JsonArray(
        request.Query.Page(query.Run(state)),
        (writer, task) => ExternalTaskWriter.Write(writer, task, core.Flavor, core.Dates)));

    private RestResponse Count(TaskQuery query) => core.Read(state => RestResponse.Count(query.Run(state).Count()));

    private RestResponse Get(RestRequest request) => core.Read(state =>
    {
        var id = request.Segments[1];
        var task = state.Tasks.TryGetValue(id, out var found) ? found : throw EngineErrors.NoTask(id, code: null);
        return RestResponse.Json(writer => ExternalTaskWriter.Write(writer, task, core.Flavor, core.Dates));
    });

    private RestResponse ErrorDetails(RestRequest request) => core.Read(state =>
    {
        if (!state.Tasks.TryGetValue(request.Segments[1], out var task))
        {
            throw EngineErrors.NullValue($"No external task found with id {request.Segments[1]}: externalTask is null");
        }

        return RestResponse.TextOrNothing(task.Data.ErrorDetails);
    });

    private RestResponse TopicNames(RestRequest request)
    {
        var query = TaskQuery.OfTopicNames(request.Query);
        return core.Read(state => RestResponse.Json(writer =>
        {
            writer.WriteStartArray();
            foreach (var topic in query.Run(state).Select(static task => task.Topic).Distinct().Order(StringComparer.Ordinal))
            {
                writer.WriteStringValue(topic);
            }

            writer.WriteEndArray();
        }));
    }

    private RestResponse SetRetries(RestRequest request)
    {
        if (request.Json.Integer("retries") is not { } retries)
        {
            throw EngineErrors.Invalid("The number of retries cannot be null.");
        }

        if (retries < 0)
        {
            throw new EngineRequestException(
                HttpStatusCode.BadRequest,
                "BadUserRequestException",
                "The number of retries cannot be negative: retries is not greater than or equal to 0",
                0);
        }

        core.Write(work => TaskOperations.SetRetries(work, TaskLookup.Find(work, request.Segments[1]), retries));
        return RestResponse.NoContent;
    }

    private RestResponse SetManyRetries(RestRequest request)
    {
        var retries = request.Json.Integer("retries") ?? throw EngineErrors.Invalid("The number of retries cannot be null.");
        var ids = request.Json.Texts("externalTaskIds") ?? [];
        var instances = request.Json.Texts("processInstanceIds") ?? [];
        var query = request.Json.Element("externalTaskQuery") is { } element ? TaskQuery.Of(new RestBody(element), core.Dates) : null;
        core.Write(work =>
        {
            var tasks = ids.Select(id => work.State.Tasks.TryGetValue(id, out var task) ? task : throw NoSuchTask(id)).ToList();
            tasks.AddRange(work.State.Tasks.Values.Where(task => instances.Contains(task.Instance.Id)));
            tasks.AddRange(query?.Run(work.State) ?? []);
            if (tasks.Count == 0)
            {
                throw EngineErrors.Invalid("externalTaskIds is empty");
            }

            if (retries < 0)
            {
                throw EngineErrors.Invalid("The number of retries cannot be negative: retries is not greater than or equal to 0");
            }

            foreach (var task in tasks)
            {
                TaskOperations.SetRetries(work, task, retries);
            }
        });
        return RestResponse.NoContent;
    }

    private RestResponse SetPriority(RestRequest request)
    {
        var priority = request.Json.Number("priority") ?? throw EngineErrors.Java(
            "NullPointerException",
            "Cannot invoke \"java.lang.Long.longValue()\" because the return value of "
            + $"\"{core.Flavor.JavaPackage()}.bpm.engine.rest.dto.runtime.PriorityDto.getPriority()\" is null");
        core.Write(work => TaskOperations.SetPriority(work, TaskLookup.Find(work, request.Segments[1]), priority));
        return RestResponse.NoContent;
    }

    private static EngineRequestException NoSuchTask(string id) =>
        EngineErrors.NotFound($"Cannot find external task with id {id}: externalTask is null");
}
