using System.Text.Json;

namespace Camunda.ExternalTask;

/// <summary>Writes the members of an <see cref="ExternalTaskQuery"/>.</summary>
internal static class ExternalTaskQueryBody
{
    public static void Write(Utf8JsonWriter json, ExternalTaskQuery query, bool withSorting, EngineDateFormat? dateFormat)
    {
        WriteList(json, "externalTaskIdIn", query.TaskIdIn);
        WriteText(json, "topicName", query.TopicName);
        WriteText(json, "workerId", query.WorkerId);
        WriteFlag(json, "locked", query.Locked);
        WriteFlag(json, "notLocked", query.NotLocked);
        WriteFlag(json, "withRetriesLeft", query.WithRetriesLeft);
        WriteFlag(json, "noRetriesLeft", query.NoRetriesLeft);
        WriteDate(json, "lockExpirationAfter", query.LockExpirationAfter, dateFormat);
        WriteDate(json, "lockExpirationBefore", query.LockExpirationBefore, dateFormat);
        WriteList(json, "activityIdIn", query.ActivityIdIn);
        WriteText(json, "executionId", query.ExecutionId);
        WriteList(json, "processInstanceIdIn", query.ProcessInstanceIdIn);
        WriteText(json, "processDefinitionId", query.ProcessDefinitionId);
        WriteList(json, "processDefinitionKeyIn", query.ProcessDefinitionKeyIn);
        WriteText(json, "processDefinitionName", query.ProcessDefinitionName);
        WriteList(json, "tenantIdIn", query.TenantIdIn);
        WriteFlag(json, "active", query.Active);
        WriteFlag(json, "suspended", query.Suspended);
        WriteNumber(json, "priorityHigherThanOrEquals", query.PriorityAtLeast);
        WriteNumber(json, "priorityLowerThanOrEquals", query.PriorityAtMost);
        WriteConditions(json, query.ProcessVariables, dateFormat);
        if (withSorting)
        {
            WriteSorting(json, query.Sorting);
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    // The engine reads false as "no restriction", too, but older ones refuse some of them.
    private static void WriteFlag(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void WriteDate(Utf8JsonWriter json, string name, DateTimeOffset? value, EngineDateFormat? dateFormat)
    {
        if (value is { } date)
        {
            json.WriteString(
                name,
                EngineDateFormat.TryWrite(dateFormat, date, out var text) ? text : throw new ArgumentOutOfRangeException(name, value, "The year has no place in the date format."));
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string>? values)
    {
        RequestCheck.NotEmpty(values, name);
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteConditions(Utf8JsonWriter json, IReadOnlyList<VariableCondition>? conditions, EngineDateFormat? dateFormat)
    {
        RequestCheck.NotEmpty(conditions, "processVariables");
        if (conditions is null)
        {
            return;
        }

        json.WriteStartArray("processVariables"u8);
        foreach (var condition in conditions)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, condition.Name);
            json.WriteString("operator"u8, OperatorOf(condition.Operator));
            json.WritePropertyName("value"u8);
            json.WriteRawValue(condition.Value.ValueIn(dateFormat), skipInputValidation: true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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

    private static string OperatorOf(VariableOperator value) => value switch
    {
        VariableOperator.Equal => "eq",
        VariableOperator.NotEqual => "neq",
        VariableOperator.GreaterThan => "gt",
        VariableOperator.GreaterThanOrEqual => "gteq",
        VariableOperator.LessThan => "lt",
        VariableOperator.LessThanOrEqual => "lteq",
        VariableOperator.Like => "like",
        VariableOperator.NotLike => "notLike",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No such operator."),
    };

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
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No such criterion."),
    };
}
