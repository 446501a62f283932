using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Queries the history.</summary>
internal sealed class HistoryEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.AddQuery<ProcessInstance>(
            "history/process-instance",
            core,
            Instances,
            (writer, instance) => InstanceWriter.WriteHistoric(writer, instance, core.Flavor, core.Dates));
        routes.Add("GET", "history/process-instance/*", Get);
        routes.AddQuery<ActivityRecord>(
            "history/activity-instance",
            core,
            Activities,
            (writer, activity) => HistoryWriter.WriteActivity(writer, activity, core.Dates));
        routes.AddQuery<Variable>(
            "history/variable-instance",
            core,
            Variables,
            (writer, variable, query) =>
                VariableInstanceWriter.WriteHistoric(writer, variable, query.Deserializes("deserializeValues"), core.Dates));
        routes.AddQuery<TaskLogRecord>(
            "history/external-task-log",
            core,
            TaskLog,
            (writer, record) => HistoryWriter.WriteTaskLog(writer, record, core.Dates));
        routes.Add("GET", "history/external-task-log/*", GetLog);
        routes.Add("GET", "history/external-task-log/*/error-details", ErrorDetails);
    }

    private RestResponse Get(RestRequest request) => core.Read(state =>
    {
        var id = request.Segments[2];
        var instance = state.FindInstance(id) ?? throw EngineErrors.NotFound($"Historic process instance with id {id} does not exist");
        return RestResponse.Json(writer => InstanceWriter.WriteHistoric(writer, instance, core.Flavor, core.Dates));
    });

    private RestResponse GetLog(RestRequest request) => core.Read(state =>
    {
        var record = FindLog(state, request.Segments[2]);
        return RestResponse.Json(writer => HistoryWriter.WriteTaskLog(writer, record, core.Dates));
    });

    private RestResponse ErrorDetails(RestRequest request) => core.Read(state => RestResponse.TextOrNothing(FindLog(state, request.Segments[2]).ErrorDetails));

    private static TaskLogRecord FindLog(EngineState state, string id) =>
        InstancesOf(state, null).SelectMany(static instance => instance.TaskLog).FirstOrDefault(record => record.Id == id)
        ?? throw EngineErrors.NotFound($"Historic external task log with id {id} does not exist");

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
            (query.Text("activityId") is not { } id || activity.ActivityId == id)
            && (query.Text("activityType") is not { } type || activity.ActivityType == type)
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
        : state.FindInstance(id) is { } instance ? [instance] : [];
}
