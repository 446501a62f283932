using System.Globalization;

namespace Camunda.ExternalTask;

/// <summary>Query for entries of the log of external tasks: <c>GET /history/external-task-log</c>. An entry matches if it meets all members that are set.</summary>
public sealed record ExternalTaskLogQuery
{
    /// <summary>Only entries of this task.</summary>
    public string? TaskId { get; init; }

    /// <summary>Only entries of this topic.</summary>
    public string? TopicName { get; init; }

    /// <summary>Only entries of this worker id. The ids of a worker of this library end in a number that differs from poll to poll.</summary>
    public string? WorkerId { get; init; }

    /// <summary>Only entries of this process instance.</summary>
    public string? ProcessInstanceId { get; init; }

    /// <summary>Only entries of process definitions with this key.</summary>
    public string? ProcessDefinitionKey { get; init; }

    /// <summary>Only entries of the process definition with this id.</summary>
    public string? ProcessDefinitionId { get; init; }

    /// <summary>Only entries with exactly this error message.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Only entries of this kind.</summary>
    public ExternalTaskLogKind? Kind { get; init; }

    /// <summary>The order by time; null: no order.</summary>
    public SortOrder? Order { get; init; }

    internal string ToQuery(params ReadOnlySpan<(string Name, int Value)> more)
    {
        var parts = new List<string>();
        Add("externalTaskId", TaskId);
        Add("topicName", TopicName);
        Add("workerId", WorkerId);
        Add("processInstanceId", ProcessInstanceId);
        Add("processDefinitionKey", ProcessDefinitionKey);
        Add("processDefinitionId", ProcessDefinitionId);
        Add("errorMessage", ErrorMessage);
        if (Kind is { } kind)
        {
            Add(MemberOf(kind), "true");
        }

        foreach (var (name, value) in more)
        {
            Add(name, value.ToString(CultureInfo.InvariantCulture));
        }

        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    internal string OrderQuery => Order switch
    {
        null => "",
        SortOrder.Ascending => "&sortBy=timestamp&sortOrder=asc",
        _ => "&sortBy=timestamp&sortOrder=desc",
    };

    private static string MemberOf(ExternalTaskLogKind kind) => kind switch
    {
        ExternalTaskLogKind.Creation => "creationLog",
        ExternalTaskLogKind.Failure => "failureLog",
        ExternalTaskLogKind.Success => "successLog",
        ExternalTaskLogKind.Deletion => "deletionLog",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is not a kind of entry. Use a member of ExternalTaskLogKind."),
    };
}
