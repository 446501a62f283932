using System.Globalization;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Readers;

/// <summary>The filters and the order of a task query. A task must match all filters.</summary>
internal sealed class TaskQuery
{
    private readonly List<Func<EngineTask, DateTimeOffset, bool>> _filters = [];
    private Func<EngineTask, object?>? _sortBy;
    private bool _descending;

    public static TaskQuery Of(RestQuery query, JavaDateFormat dates)
    {
        var filters = new TaskQuery();
        foreach (var (name, value) in query.All)
        {
            filters.Add(name, value, dates);
        }

        filters.SortBy(query.Text("sortBy"), query.Text("sortOrder"));
        return filters;
    }

    public static TaskQuery Of(RestBody body, JavaDateFormat dates)
    {
        var filters = new TaskQuery();
        foreach (var (name, value) in body.Members())
        {
            filters.Add(name, value, dates);
        }

        foreach (var sorting in body.Objects("sorting"))
        {
            filters.SortBy(sorting.Text("sortBy"), sorting.Text("sortOrder"));
        }

        return filters;
    }

    public static TaskQuery OfTopicNames(RestQuery query)
    {
        var filters = new TaskQuery();
        filters.AddIf(query.Flag("withLockedTasks"), static (task, now) => task.Data.IsLockedAt(now));
        filters.AddIf(query.Flag("withUnlockedTasks"), static (task, now) => !task.Data.IsLockedAt(now));
        filters.AddIf(query.Flag("withRetriesLeft"), static (task, _) => task.Data.HasRetriesLeft);
        return filters;
    }

    public IEnumerable<EngineTask> Run(EngineState state)
    {
        var now = state.Now;
        var found = state.Tasks.Values.Where(task => _filters.TrueForAll(filter => filter(task, now)));
        return (_sortBy, _descending) switch
        {
            (null, _) => found,
            (var key, true) => found.OrderByDescending(key),
            (var key, false) => found.OrderBy(key),
        };
    }

    /// <summary>Adds a filter. Lists are separated by commas. The engine ignores unknown names.</summary>
    private void Add(string name, string value, JavaDateFormat dates)
    {
        var values = value.Split(',');
        switch (name)
        {
            case "externalTaskId":
                AddIf(true, (task, _) => task.Id == value);
                break;
            case "externalTaskIdIn":
                AddIf(true, (task, _) => values.Contains(task.Id));
                break;
            case "topicName":
                AddIf(true, (task, _) => task.Topic == value);
                break;
            case "workerId":
                AddIf(true, (task, _) => task.Data.WorkerId == value);
                break;
            case "locked":
                AddIf(IsTrue(value), static (task, now) => task.Data.IsLockedAt(now));
                break;
            case "notLocked":
                AddIf(IsTrue(value), static (task, now) => !task.Data.IsLockedAt(now));
                break;
            case "withRetriesLeft":
                AddIf(IsTrue(value), static (task, _) => task.Data.HasRetriesLeft);
                break;
            case "noRetriesLeft":
                AddIf(IsTrue(value), static (task, _) => task.Data.Retries is 0);
                break;
            case "lockExpirationAfter":
                AddIf(true, (task, _) => task.Data.LockExpiration > dates.TryParse(value));
                break;
            case "lockExpirationBefore":
                AddIf(true, (task, _) => task.Data.LockExpiration < dates.TryParse(value));
                break;
            case "activityId" or "activityIdIn":
                AddIf(true, (task, _) => values.Contains(task.Node.Id));
                break;
            case "executionId":
                AddIf(true, (task, _) => task.Execution.Id == value);
                break;
            case "processInstanceId" or "processInstanceIdIn":
                AddIf(true, (task, _) => values.Contains(task.Instance.Id));
                break;
            case "processDefinitionId":
                AddIf(true, (task, _) => task.Instance.Definition.Id == value);
                break;
            case "processDefinitionKey" or "processDefinitionKeyIn":
                AddIf(true, (task, _) => values.Contains(task.Instance.Definition.Key));
                break;
            case "processDefinitionName":
                AddIf(true, (task, _) => task.Instance.Definition.Name == value);
                break;
            case "tenantIdIn":
                AddIf(true, (task, _) => values.Contains(task.Instance.Definition.TenantId));
                break;
            case "active":
                AddIf(IsTrue(value), static (task, _) => !task.Instance.IsSuspended);
                break;
            case "suspended":
                AddIf(IsTrue(value), static (task, _) => task.Instance.IsSuspended);
                break;
            case "priorityHigherThanOrEquals":
                var lowest = Number(name, value);
                AddIf(true, (task, _) => task.Data.Priority >= lowest);
                break;
            case "priorityLowerThanOrEquals":
                var highest = Number(name, value);
                AddIf(true, (task, _) => task.Data.Priority <= highest);
                break;
        }
    }

    private void SortBy(string? key, string? order)
    {
        if (key is null)
        {
            return;
        }

        _descending = order == "desc";
        _sortBy = key switch
        {
            "id" => static task => task.Id,
            "createTime" => static task => task.Sequence,
            "lockExpirationTime" => static task => task.Data.LockExpiration,
            "processInstanceId" => static task => task.Instance.Id,
            "processDefinitionId" => static task => task.Instance.Definition.Id,
            "processDefinitionKey" => static task => task.Instance.Definition.Key,
            "tenantId" => static task => task.Instance.Definition.TenantId,
            "taskPriority" => static task => task.Data.Priority,
            _ => throw EngineErrors.Invalid($"Cannot set query sortBy parameter to value {key}"),
        };
    }

    private void AddIf(bool applies, Func<EngineTask, DateTimeOffset, bool> filter)
    {
        if (applies)
        {
            _filters.Add(filter);
        }
    }

    private static long Number(string name, string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw EngineErrors.Invalid(
            $"Cannot set query parameter '{name}' to value '{value}': Cannot convert value to java type java.lang.Long");

    private static bool IsTrue(string value) => value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
