using System.Net;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Lists, claims and completes user tasks.</summary>
internal sealed class UserTaskEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.AddQuery<UserTask>("task", core, Query, (writer, task) => UserTaskWriter.Write(writer, task, core.Flavor, core.Dates));
        routes.Add("POST", "task", request => core.Read(state => RestResponse.JsonArray(
            request.Query.Page(Query(state, new(request.Json.Members()))),
            (writer, task) => UserTaskWriter.Write(writer, task, core.Flavor, core.Dates))));
        routes.Add("POST", "task/count", request => core.Read(state => RestResponse.Count(Query(state, new(request.Json.Members())).Count())));
        routes.Add("GET", "task/*", Get);
        routes.Add("POST", "task/*/complete", request => Complete(request, "complete task"));
        routes.Add("POST", "task/*/submit-form", request => Complete(request, "submit task form"));
        Add(routes, "claim", static (work, request) => UserTaskOperations.Claim(work, request.Segments[1], request.Json.Text("userId")));
        Add(routes, "unclaim", static (work, request) => UserTaskOperations.Claim(work, request.Segments[1], null));
        Add(routes, "assignee", static (work, request) => UserTaskOperations.SetAssignee(work, request.Segments[1], request.Json.Text("userId")));
        Add(routes, "delegate", static (work, request) => UserTaskOperations.Delegate(work, request.Segments[1], request.Json.Text("userId")));
        routes.Add("POST", "task/*/resolve", Resolve);
        routes.Add("POST", "task/*/bpmnError", ThrowError);
        routes.Add("POST", "task/*/bpmnEscalation", ThrowEscalation);
        routes.Add("GET", "task/*/variables", Variables);
        routes.Add("GET", "task/*/form-variables", Variables);
    }

    private void Add(RestRoutes routes, string action, Action<UnitOfWork, RestRequest> perform) => routes.Add("POST", $"task/*/{action}", request =>
    {
        core.Write(work => perform(work, request));
        return RestResponse.NoContent;
    });

    private RestResponse Get(RestRequest request) => core.Read(state =>
    {
        var id = request.Segments[1];
        var task = state.UserTasks.TryGetValue(id, out var found) ? found : throw EngineErrors.NotFound($"No matching task with id {id}");
        return RestResponse.Json(writer => UserTaskWriter.Write(writer, task, core.Flavor, core.Dates));
    });

    private RestResponse Complete(RestRequest request, string action)
    {
        var id = request.Segments[1];
        var variables = core.Values.ReadAll(request.Json.Element("variables"));
        return Within($"Cannot {action} {id}", () => core.Write(work =>
        {
            var root = work.State.UserTasks.TryGetValue(id, out var task) ? task.Instance.Root : null;
            UserTaskOperations.Complete(work, id, variables);
            return request.Json.Flag("withVariablesInReturn") && root is not null
                ? RestResponse.Json(writer =>
                {
                    writer.WriteStartObject();
                    foreach (var (name, variable) in root.Variables)
                    {
                        EngineValueWriter.WriteNamed(writer, name, variable.Value, deserialize: false, core.Dates);
                    }

                    writer.WriteEndObject();
                })
                : RestResponse.NoContent;
        }));
    }

    private RestResponse Resolve(RestRequest request)
    {
        var variables = core.Values.ReadAll(request.Json.Element("variables"));
        core.Write(work => UserTaskOperations.Resolve(work, request.Segments[1], variables));
        return RestResponse.NoContent;
    }

    private RestResponse ThrowError(RestRequest request)
    {
        var body = request.Json;
        var variables = core.Values.ReadAll(body.Element("variables"));
        return AsRest(body, "errorCode", code => core.Write(work =>
        {
            UserTaskOperations.ThrowError(work, request.Segments[1], code, body.Text("errorMessage"), variables);
            return RestResponse.NoContent;
        }));
    }

    private RestResponse ThrowEscalation(RestRequest request)
    {
        var body = request.Json;
        var variables = core.Values.ReadAll(body.Element("variables"));
        return AsRest(body, "escalationCode", code => core.Write(work =>
        {
            UserTaskOperations.ThrowEscalation(work, request.Segments[1], code, variables);
            return RestResponse.NoContent;
        }));
    }

    private RestResponse Variables(RestRequest request) => core.Read(state =>
    {
        var task = UserTaskOperations.Find(state, request.Segments[1]);
        var deserialize = request.Query.Deserializes("deserializeValues");
        return RestResponse.Json(writer =>
        {
            writer.WriteStartObject();
            foreach (var variable in task.Execution.VisibleVariables())
            {
                EngineValueWriter.WriteNamed(writer, variable.Name, variable.Value, deserialize, core.Dates);
            }

            writer.WriteEndObject();
        });
    });

    private static IEnumerable<UserTask> Query(EngineState state, RestQuery query) => state.UserTasks.Values.Where(task =>
        (query.Text("taskId") is not { } id || task.Id == id)
        && (query.Text("processInstanceId") is not { } instance || task.Instance.Id == instance)
        && (query.Texts("processInstanceIdIn") is not { } instances || instances.Contains(task.Instance.Id))
        && (query.Text("processInstanceBusinessKey") is not { } businessKey || task.Instance.BusinessKey == businessKey)
        && (query.Text("processDefinitionKey") is not { } key || task.Instance.Definition.Key == key)
        && (query.Text("processDefinitionId") is not { } definition || task.Instance.Definition.Id == definition)
        && (query.Text("executionId") is not { } execution || task.Execution.Id == execution)
        && (query.Text("taskDefinitionKey") is not { } activity || task.Execution.Node!.Id == activity)
        && (query.Texts("taskDefinitionKeyIn") is not { } activities || activities.Contains(task.Execution.Node!.Id))
        && (query.Text("name") is not { } name || task.Data.Name == name)
        && (query.Text("assignee") is not { } assignee || task.Data.Assignee == assignee)
        && (query.Text("owner") is not { } owner || task.Data.Owner == owner)
        && (query.Text("candidateUser") is not { } user || (task.Data.Assignee is null && task.Data.CandidateUsers.Contains(user)))
        && (query.Text("candidateGroup") is not { } group || (task.Data.Assignee is null && task.Data.CandidateGroups.Contains(group)))
        && (!query.Flag("assigned") || task.Data.Assignee is not null)
        && (!query.Flag("unassigned") || task.Data.Assignee is null)
        && (!query.Flag("active") || !task.Instance.IsSuspended)
        && (!query.Flag("suspended") || task.Instance.IsSuspended)
        && (query.Texts("tenantIdIn") is not { } tenants || tenants.Contains(task.Instance.Definition.TenantId)));

    private static RestResponse Within(string action, Func<RestResponse> perform)
    {
        try
        {
            return perform();
        }
        catch (EngineRequestException exception)
        {
            throw exception.Within(action);
        }
    }

    /// <summary>Reports an error of the engine as the REST layer does that does not add an action.</summary>
    private static RestResponse AsRest(RestBody body, string name, Func<string, RestResponse> perform)
    {
        var code = body.Text(name);
        if (string.IsNullOrEmpty(code))
        {
            throw EngineErrors.Refused($"{name} is {(code is null ? "null" : "empty")}");
        }

        try
        {
            return perform(code);
        }
        catch (EngineRequestException exception) when (exception.Type == "NullValueException")
        {
            throw new EngineRequestException(HttpStatusCode.NotFound, "RestException", exception.Message, exception.Code);
        }
    }
}
