using System.Net;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Lists, performs and changes jobs.</summary>
internal sealed class JobEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.AddQuery<Job>("job", core, Query, (writer, job) => WaitingWriter.WriteJob(writer, job, core.Dates));
        routes.Add("GET", "job/*", request => core.Read(state =>
        {
            var job = JobOperations.Find(state, request.Segments[1]);
            return RestResponse.Json(writer => WaitingWriter.WriteJob(writer, job, core.Dates));
        }));
        routes.Add("POST", "job/*/execute", Execute);
        routes.Add("PUT", "job/*/retries", SetRetries);
        routes.Add("PUT", "job/*/duedate", SetDueDate);
    }

    private RestResponse Execute(RestRequest request)
    {
        var id = request.Segments[1];
        if (!core.Read(state => state.Jobs.TryGetValue(id, out _)))
        {
            throw EngineErrors.NotFound($"ENGINE-14026 No job found with id '{id}'");
        }

        try
        {
            core.Jobs.Execute(id);
            return RestResponse.NoContent;
        }
        catch (EngineRequestException exception)
        {
            throw new EngineRequestException(HttpStatusCode.InternalServerError, "RestException", exception.Message, exception.Code);
        }
    }

    private RestResponse SetRetries(RestRequest request)
    {
        var id = request.Segments[1];
        core.Write(work =>
        {
            var job = work.State.Jobs.TryGetValue(id, out var found) ? found : throw EngineErrors.NotFound($"ENGINE-13053 No job found with id '{id}'.'");
            JobOperations.SetRetries(work, job, request.Json.Integer("retries") ?? 0);
        });
        return RestResponse.NoContent;
    }

    private RestResponse SetDueDate(RestRequest request)
    {
        core.Write(work => JobOperations.SetDueDate(
            work,
            JobOperations.Find(work.State, request.Segments[1]),
            request.Json.Text("duedate") is { } date ? core.Dates.TryParse(date) as DateTimeOffset? : null));
        return RestResponse.NoContent;
    }

    private static IEnumerable<Job> Query(EngineState state, RestQuery query) => state.Jobs.Values.Where(job =>
        (query.Text("jobId") is not { } id || job.Id == id)
        && (query.Text("processInstanceId") is not { } instance || job.Execution?.Instance.Id == instance)
        && (query.Text("processDefinitionId") is not { } definition || job.Definition.Id == definition)
        && (query.Text("processDefinitionKey") is not { } key || job.Definition.Key == key)
        && (query.Text("executionId") is not { } execution || job.Execution?.Id == execution)
        && (query.Text("activityId") is not { } activity || job.Node.Id == activity)
        && (!query.Flag("timers") || job.Kind == JobKind.Timer)
        && (!query.Flag("messages") || job.Kind != JobKind.Timer)
        && (!query.Flag("executable") || job.IsDue(state.Now))
        && (!query.Flag("withRetriesLeft") || job.Data.Retries > 0)
        && (!query.Flag("noRetriesLeft") || job.Data.Retries == 0)
        && (!query.Flag("withException") || job.Data.ExceptionMessage is not null));
}
