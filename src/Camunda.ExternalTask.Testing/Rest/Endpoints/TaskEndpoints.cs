using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Readers;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>The calls of workers: fetches, settles, locks and unlocks tasks.</summary>
internal sealed class TaskEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.Add("POST", "external-task/fetchAndLock", FetchAsync);
        routes.Add("POST", "external-task/*/complete", Complete);
        routes.Add("POST", "external-task/*/failure", Fail);
        routes.Add("POST", "external-task/*/bpmnError", ThrowError);
        routes.Add("POST", "external-task/*/extendLock", ExtendLock);
        routes.Add("POST", "external-task/*/lock", Lock);
        routes.Add("POST", "external-task/*/unlock", Unlock);
    }

    private async ValueTask<RestResponse> FetchAsync(RestRequest request)
    {
        var tasks = await core.Polls.FetchAsync(FetchCommandReader.Read(request.Json, core.Flavor)).ConfigureAwait(false);
        return RestResponse.JsonArray(tasks, (writer, task) => ExternalTaskWriter.WriteLocked(writer, task, core.Flavor, core.Dates));
    }

    private RestResponse Complete(RestRequest request)
    {
        var variables = core.Values.ReadAll(request.Json.Element("variables"));
        var localVariables = core.Values.ReadAll(request.Json.Element("localVariables"));
        var workerId = request.Json.Text("workerId");
        core.Write(work => TaskOperations.Complete(work, request.Segments[1], workerId, variables, localVariables));
        return RestResponse.NoContent;
    }

    private RestResponse Fail(RestRequest request)
    {
        var body = request.Json;
        var report = new TaskFailureReport(
            body.Integer("retries") ?? 0,
            body.Number("retryTimeout") ?? 0,
            body.Text("errorMessage"),
            body.Text("errorDetails"))
        {
            Variables = core.Values.ReadAll(body.Element("variables")),
            LocalVariables = core.Values.ReadAll(body.Element("localVariables")),
        };
        core.Write(work => TaskOperations.Fail(work, request.Segments[1], body.Text("workerId"), report));
        return RestResponse.NoContent;
    }

    private RestResponse ThrowError(RestRequest request)
    {
        var body = request.Json;
        var variables = core.Values.ReadAll(body.Element("variables"));
        core.Write(work => TaskOperations.ThrowError(
            work,
            request.Segments[1],
            body.Text("workerId"),
            body.Text("errorCode"),
            body.Text("errorMessage"),
            variables));
        return RestResponse.NoContent;
    }

    private RestResponse ExtendLock(RestRequest request)
    {
        var body = request.Json;
        core.Write(work => LockOperations.Extend(work, request.Segments[1], body.Text("workerId"), body.Number("newDuration") ?? 0));
        return RestResponse.NoContent;
    }

    private RestResponse Lock(RestRequest request)
    {
        var body = request.Json;
        core.Write(work => LockOperations.Lock(work, request.Segments[1], body.Text("workerId"), body.Number("lockDuration") ?? 0));
        return RestResponse.NoContent;
    }

    private RestResponse Unlock(RestRequest request)
    {
        core.Write(work => LockOperations.Unlock(work, request.Segments[1]));
        return RestResponse.NoContent;
    }
}
