using System.Text.Json;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Protocol.Queries;

/// <summary>Writes the members of an <see cref="ExternalTaskQuery"/>.</summary>
internal static class ExternalTaskQueryWriter
{
    public static void Write(Utf8JsonWriter json, ExternalTaskQuery query, bool withSorting, EngineDateFormat dateFormat)
    {
        var members = new MemberWriter(json, dateFormat);
        members.List("externalTaskIdIn", query.TaskIdIn);
        members.Text("topicName", query.TopicName);
        members.Text("workerId", query.WorkerId);
        members.Flag("locked", query.Locked);
        members.Flag("notLocked", query.NotLocked);
        members.Flag("withRetriesLeft", query.WithRetriesLeft);
        members.Flag("noRetriesLeft", query.NoRetriesLeft);
        members.Date("lockExpirationAfter", query.LockExpirationAfter);
        members.Date("lockExpirationBefore", query.LockExpirationBefore);
        members.List("activityIdIn", query.ActivityIdIn);
        members.Text("executionId", query.ExecutionId);
        members.List("processInstanceIdIn", query.ProcessInstanceIdIn);
        members.Text("processDefinitionId", query.ProcessDefinitionId);
        members.List("processDefinitionKeyIn", query.ProcessDefinitionKeyIn);
        members.Text("processDefinitionName", query.ProcessDefinitionName);
        members.List("tenantIdIn", query.TenantIdIn);
        members.Flag("active", query.Active);
        members.Flag("suspended", query.Suspended);
        members.Number("priorityHigherThanOrEquals", query.PriorityAtLeast);
        members.Number("priorityLowerThanOrEquals", query.PriorityAtMost);
        members.Conditions("processVariables", query.ProcessVariables);
        if (withSorting)
        {
            WriteSorting(json, query.Sorting);
        }
    }

    private static void WriteSorting(Utf8JsonWriter json, IReadOnlyList<ExternalTaskSorting>? criteria)
    {
        if (criteria is not { Count: > 0 })
        {
            return;
        }

        json.WriteStartArray("sorting"u8);
        foreach (var criterion in criteria)
        {
            json.WriteStartObject();
            json.WriteString("sortBy"u8, KeyOf(criterion.By));
            json.WriteString("sortOrder"u8, criterion.Order == SortOrder.Ascending ? "asc"u8 : "desc"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string KeyOf(ExternalTaskSortBy value) => value switch
    {
        ExternalTaskSortBy.Id => "id",
        ExternalTaskSortBy.LockExpirationTime => "lockExpirationTime",
        ExternalTaskSortBy.ProcessInstanceId => "processInstanceId",
        ExternalTaskSortBy.ProcessDefinitionId => "processDefinitionId",
        ExternalTaskSortBy.ProcessDefinitionKey => "processDefinitionKey",
        ExternalTaskSortBy.TaskPriority => "taskPriority",
        ExternalTaskSortBy.CreateTime => "createTime",
        ExternalTaskSortBy.TenantId => "tenantId",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "This is not a sort criterion. Use a member of ExternalTaskSortBy."),
    };
}
