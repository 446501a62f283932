using System.Net;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>What has happened.</summary>
internal sealed class HistoryEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.Add("GET", "history/process-instance", request => List(
            request,
            Instances,
            (writer, instance) => InstanceWriter.WriteHistoric(writer, instance, core.Flavor, core.Dates)));
        routes.Add("GET", "history/process-instance/count", request => Count(request, Instances));
        routes.Add("GET", "history/process-instance/*", Get);
        routes.Add("GET", "history/activity-instance", request => List(request, Activities, (writer, activity) => HistoryWriter.WriteActivity(writer, activity, core.Dates)));
        routes.Add("GET", "history/activity-instance/count", request => Count(request, Activities));
        routes.Add("GET", "history/variable-instance", request => List(
            request,
            Variables,
            (writer, variable) => VariableInstanceWriter.WriteHistoric(writer, variable, request.Query.Text("deserializeValues") != "false", core.Dates)));
        routes.Add("GET", "history/variable-instance/count", request => Count(request, Variables));
        routes.Add("GET", "history/external-task-log", request => List(request, TaskLog, (writer, record) => HistoryWriter.WriteTaskLog(writer, record, core.Dates)));
        routes.Add("GET", "history/external-task-log/count", request => Count(request, TaskLog));
        routes.Add("GET", "history/external-task-log/*/error-details", ErrorDetails);
    }

    private RestResponse List<T>(RestRequest request, Func<EngineState, RestQuery, IEnumerable<T>> query, Action<System.Text.Json.Utf8JsonWriter, T> write) =>
        core.Read(state => RestResponse.Json(RestJson.WriteArray(request.Query.Page(query(state, request.Query)), write)));

    private RestResponse Count<T>(RestRequest request, Func<EngineState, RestQuery, IEnumerable<T>> query) =>
        core.Read(state => RestResponse.Count(query(state, request.Query).Count()));

    private RestResponse Get(RestRequest request) => core.Read(state =>
    {
        var instance = Find(state, request.Segments[2])
            ?? throw EngineErrors.Invalid($"Historic process instance with id {request.Segments[2]} does not exist", HttpStatusCode.NotFound);
        return RestResponse.Json(RestJson.Write(writer => InstanceWriter.WriteHistoric(writer, instance, core.Flavor, core.Dates)));
    });

    private RestResponse ErrorDetails(RestRequest request) => core.Read(state =>
    {
        var record = InstancesOf(state, null).SelectMany(static instance => instance.TaskLog).FirstOrDefault(record => record.Id == request.Segments[2])
            ?? throw EngineErrors.Invalid($"Historic external task log with id {request.Segments[2]} does not exist", HttpStatusCode.NotFound);
        return record.ErrorDetails is { } details ? RestResponse.Text(details) : RestResponse.NoContent;
    });

    private static IEnumerable<ProcessInstance> Instances(EngineState state, RestQuery query) =>
        InstancesOf(state, query.Text("processInstanceId")).Where(instance =>
            (query.Texts("processInstanceIds") is not { } ids || ids.Contains(instance.Id))
            && (query.Text("processInstanceBusinessKey") is not { } businessKey || instance.BusinessKey == businessKey)
            && (query.Text("processDefinitionKey") is not { } key || instance.Definition.Key == key)
            && (query.Text("processDefinitionId") is not { } id || instance.Definition.Id == id)
            && (!query.Flag("finished") || instance.Ended is not null)
            && (!query.Flag("unfinished") || instance.Ended is null)
            && (!query.Flag("completed") || instance.State == "COMPLETED")
            && (!query.Flag("active") || instance.State == "ACTIVE"));

    private static IEnumerable<ActivityRecord> Activities(EngineState state, RestQuery query) =>
        InstancesOf(state, query.Text("processInstanceId")).SelectMany(static instance => instance.Activities).Where(activity =>
            (query.Text("activityId") is not { } id || activity.Node.Id == id)
            && (query.Text("activityType") is not { } type || activity.Node.ActivityType == type)
            && (query.Text("processDefinitionId") is not { } definition || activity.Scope.Instance.Definition.Id == definition)
            && (!query.Flag("finished") || activity.Ended is not null)
            && (!query.Flag("unfinished") || activity.Ended is null)
            && (!query.Flag("canceled") || activity.IsCanceled));

    private static IEnumerable<Variable> Variables(EngineState state, RestQuery query) =>
        InstancesOf(state, query.Text("processInstanceId")).SelectMany(static instance => instance.Variables).Where(variable =>
            (query.Text("variableName") is not { } name || variable.Name == name)
            && (query.Texts("processInstanceIdIn") is not { } ids || ids.Contains(variable.Execution.Instance.Id))
            && (query.Texts("executionIdIn") is not { } executions || executions.Contains(variable.Execution.Id))
            && (!variable.IsDeleted || query.Flag("includeDeleted")));

    private static IEnumerable<TaskLogRecord> TaskLog(EngineState state, RestQuery query) =>
        InstancesOf(state, query.Text("processInstanceId")).SelectMany(static instance => instance.TaskLog).Where(record =>
            (query.Text("externalTaskId") is not { } task || record.Task.Id == task)
            && (query.Text("topicName") is not { } topic || record.Task.Topic == topic)
            && (query.Text("workerId") is not { } worker || record.WorkerId == worker)
            && (!query.Flag("creationLog") || record.Kind == TaskLogKind.Creation)
            && (!query.Flag("failureLog") || record.Kind == TaskLogKind.Failure)
            && (!query.Flag("successLog") || record.Kind == TaskLogKind.Success)
            && (!query.Flag("deletionLog") || record.Kind == TaskLogKind.Deletion));

    private static IEnumerable<ProcessInstance> InstancesOf(EngineState state, string? id) => id is null
        ? state.Ended.Values.Concat(state.Instances.Values)
        : Find(state, id) is { } instance ? [instance] : [];

    private static ProcessInstance? Find(EngineState state, string id) =>
        state.Instances.TryGetValue(id, out var running) ? running : state.Ended.TryGetValue(id, out var ended) ? ended : null;
}
