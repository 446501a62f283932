using System.Text.Json;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Writers;

/// <summary>Writes the history's activities and external-task log.</summary>
internal static class HistoryWriter
{
    public static void WriteActivity(Utf8JsonWriter writer, ActivityRecord activity, JavaDateFormat dates)
    {
        var instance = activity.Scope.Instance;
        writer.WriteStartObject();
        writer.WriteString("id"u8, activity.Id);
        writer.WriteString("parentActivityInstanceId"u8, activity.Scope.ActivityInstanceId);
        writer.WriteString("activityId"u8, activity.ActivityId);
        writer.WriteString("activityName"u8, activity.Node.Model.Name);
        writer.WriteString("activityType"u8, activity.ActivityType);
        writer.WriteString("processDefinitionKey"u8, instance.Definition.Key);
        writer.WriteString("processDefinitionId"u8, instance.Definition.Id);
        writer.WriteString("processInstanceId"u8, instance.Id);
        writer.WriteString("executionId"u8, activity.ExecutionId);
        writer.WriteString("taskId"u8, activity.TaskId);
        writer.WriteString("calledProcessInstanceId"u8, activity.CalledInstanceId);
        writer.WriteNull("calledCaseInstanceId"u8);
        writer.WriteString("assignee"u8, activity.Assignee);
        writer.WriteDate("startTime", activity.Started, dates);
        writer.WriteDate("endTime", activity.Ended, dates);
        writer.WriteDuration(activity.Started, activity.Ended);
        writer.WriteBoolean("canceled"u8, activity.IsCanceled);
        writer.WriteBoolean("completeScope"u8, activity.Ended is not null && activity.Node.Model.Kind == BpmnNodeKind.EndEvent);
        writer.WriteString("tenantId"u8, instance.Definition.TenantId);
        writer.WriteDate("removalTime", instance.RemovalTime, dates);
        writer.WriteString("rootProcessInstanceId"u8, instance.RootInstance.Id);
        writer.WriteEndObject();
    }

    public static void WriteTaskLog(Utf8JsonWriter writer, TaskLogRecord record, JavaDateFormat dates)
    {
        var task = record.Task;
        var instance = task.Instance;
        writer.WriteStartObject();
        writer.WriteString("id"u8, record.Id);
        writer.WriteDate("timestamp", record.Timestamp, dates);
        writer.WriteDate("removalTime", instance.RemovalTime, dates);
        writer.WriteString("externalTaskId"u8, task.Id);
        writer.WriteString("topicName"u8, task.Topic);
        writer.WriteText("workerId", record.WorkerId);
        writer.WriteNumber("priority"u8, record.Priority);
        writer.WriteNumberOrNull("retries", record.Retries);
        writer.WriteText("errorMessage", record.ErrorMessage);
        writer.WriteString("activityId"u8, task.Node.Id);
        writer.WriteString("activityInstanceId"u8, task.Execution.ActivityInstanceId);
        writer.WriteString("executionId"u8, task.Execution.Id);
        writer.WriteString("processInstanceId"u8, instance.Id);
        writer.WriteString("processDefinitionId"u8, instance.Definition.Id);
        writer.WriteString("processDefinitionKey"u8, instance.Definition.Key);
        writer.WriteString("tenantId"u8, instance.Definition.TenantId);
        writer.WriteString("rootProcessInstanceId"u8, instance.RootInstance.Id);
        writer.WriteBoolean("creationLog"u8, record.Kind == TaskLogKind.Creation);
        writer.WriteBoolean("failureLog"u8, record.Kind == TaskLogKind.Failure);
        writer.WriteBoolean("successLog"u8, record.Kind == TaskLogKind.Success);
        writer.WriteBoolean("deletionLog"u8, record.Kind == TaskLogKind.Deletion);
        writer.WriteEndObject();
    }
}
