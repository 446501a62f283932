using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Values.Dates;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

/// <summary>Entry of the log of external tasks in the history.</summary>
public sealed record ExternalTaskLogEntry
{
    /// <summary>The entry's id.</summary>
    public required string Id { get; init; }

    /// <summary>The time of the event, by the engine's clock.</summary>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>The kind of event.</summary>
    public ExternalTaskLogKind Kind { get; init; }

    /// <summary>The task's id.</summary>
    public string TaskId { get; init; } = "";

    /// <summary>The topic.</summary>
    public string TopicName { get; init; } = "";

    /// <summary>The worker id that the task was locked for, or null.</summary>
    public string? WorkerId { get; init; }

    /// <summary>The task's priority.</summary>
    public long Priority { get; init; }

    /// <summary>The retries before the event; null if they were never set.</summary>
    public int? Retries { get; init; }

    /// <summary>The message of a failure (at most 666 characters), or null. <see cref="HistoryClient.GetExternalTaskLogErrorDetailsAsync"/> returns the rest.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The id of the activity in the model.</summary>
    public string ActivityId { get; init; } = "";

    /// <summary>The id of the execution.</summary>
    public string ExecutionId { get; init; } = "";

    /// <summary>The id of the process instance.</summary>
    public string ProcessInstanceId { get; init; } = "";

    /// <summary>The id of the process definition.</summary>
    public string ProcessDefinitionId { get; init; } = "";

    /// <summary>The key of the process definition.</summary>
    public string ProcessDefinitionKey { get; init; } = "";

    /// <summary>The tenant, or null.</summary>
    public string? TenantId { get; init; }

    internal static IReadOnlyList<ExternalTaskLogEntry> ReadAll(ReadOnlySpan<byte> answer, EngineDateFormat dateFormat)
    {
        List<ExternalTaskLogEntry> entries = [];
        var reader = new Utf8JsonReader(answer);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("An array of entries was expected.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            entries.Add(Read(ref reader, dateFormat));
        }

        return reader.TokenType == JsonTokenType.EndArray ? entries : throw new JsonException("The array of entries does not end.");
    }

    internal static ExternalTaskLogEntry Read(ReadOnlySpan<byte> answer, EngineDateFormat dateFormat)
    {
        var reader = new Utf8JsonReader(answer);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject
            ? Read(ref reader, dateFormat)
            : throw new JsonException("An entry was expected.");
    }

    // Read by hand, because messages may contain half a surrogate pair, on which the serializer fails.
    private static ExternalTaskLogEntry Read(ref Utf8JsonReader reader, EngineDateFormat dateFormat)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var kind = ExternalTaskLogKind.Creation;
        long priority = 0;
        int? retries = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = LenientText.Read(in reader);
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.String: texts[member] = LenientText.Read(in reader); break;
                case JsonTokenType.True: kind = KindOf(member, kind); break;
                case JsonTokenType.Number when member == "priority": reader.TryGetInt64(out priority); break;
                case JsonTokenType.Number when member == "retries": retries = reader.TryGetInt32(out var number) ? number : null; break;
                default: reader.Skip(); break;
            }
        }

        var timestamp = default(DateTimeOffset);
        _ = texts.TryGetValue("timestamp", out var time) && dateFormat.TryRead(Encoding.UTF8.GetBytes(time), out timestamp);
        return new()
        {
            Id = texts.GetValueOrDefault("id") ?? throw new JsonException("A log entry has no id."),
            Timestamp = timestamp,
            Kind = kind,
            TaskId = texts.GetValueOrDefault("externalTaskId", ""),
            TopicName = texts.GetValueOrDefault("topicName", ""),
            WorkerId = texts.GetValueOrDefault("workerId"),
            Priority = priority,
            Retries = retries,
            ErrorMessage = texts.GetValueOrDefault("errorMessage"),
            ActivityId = texts.GetValueOrDefault("activityId", ""),
            ExecutionId = texts.GetValueOrDefault("executionId", ""),
            ProcessInstanceId = texts.GetValueOrDefault("processInstanceId", ""),
            ProcessDefinitionId = texts.GetValueOrDefault("processDefinitionId", ""),
            ProcessDefinitionKey = texts.GetValueOrDefault("processDefinitionKey", ""),
            TenantId = texts.GetValueOrDefault("tenantId"),
        };
    }

    private static ExternalTaskLogKind KindOf(string member, ExternalTaskLogKind kind) => member switch
    {
        "creationLog" => ExternalTaskLogKind.Creation,
        "failureLog" => ExternalTaskLogKind.Failure,
        "successLog" => ExternalTaskLogKind.Success,
        "deletionLog" => ExternalTaskLogKind.Deletion,
        _ => kind,
    };
}
