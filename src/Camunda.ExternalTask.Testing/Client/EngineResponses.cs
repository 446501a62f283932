using System.Text.Json;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Client;

/// <summary>Reads the responses of engines.</summary>
internal static class EngineResponses
{
    public static ProcessInstanceInfo HistoricInstance(JsonElement element) => new()
    {
        Id = Required(element, "id"),
        DefinitionKey = Required(element, "processDefinitionKey"),
        DefinitionId = Required(element, "processDefinitionId"),
        BusinessKey = Text(element, "businessKey"),
        State = Required(element, "state"),
        Started = Date(element, "startTime") ?? default,
        Ended = Date(element, "endTime"),
    };

    public static ActivityInfo Activity(JsonElement element) => new()
    {
        ActivityId = Required(element, "activityId"),
        ActivityType = Required(element, "activityType"),
        Started = Date(element, "startTime") ?? default,
        Ended = Date(element, "endTime"),
        IsCanceled = Flag(element, "canceled"),
    };

    public static IncidentInfo Incident(JsonElement element) => new()
    {
        Id = Required(element, "id"),
        Type = Required(element, "incidentType"),
        ProcessInstanceId = Required(element, "processInstanceId"),
        ActivityId = Required(element, "activityId"),
        Configuration = Text(element, "configuration"),
        Message = Text(element, "incidentMessage"),
    };

    public static ExternalTaskInfo Task(JsonElement element) => new()
    {
        Id = Required(element, "id"),
        TopicName = Required(element, "topicName"),
        ActivityId = Required(element, "activityId"),
        ProcessInstanceId = Required(element, "processInstanceId"),
        ExecutionId = Required(element, "executionId"),
        WorkerId = Text(element, "workerId"),
        LockExpirationTime = Date(element, "lockExpirationTime"),
        Retries = Number(element, "retries"),
        Priority = Long(element, "priority") ?? 0,
        ErrorMessage = Text(element, "errorMessage"),
        IsSuspended = Flag(element, "suspended"),
        BusinessKey = Text(element, "businessKey"),
    };

    public static DeploymentInfo Deployment(JsonElement element) => new(
        Required(element, "id"),
        element.TryGetProperty("deployedProcessDefinitions", out var definitions) && definitions.ValueKind == JsonValueKind.Object
            ? [.. definitions.EnumerateObject().Select(static definition => definition.Name)]
            : []);

    /// <summary>A string that every engine returns; empty if an intermediary's response lacks it.</summary>
    public static string Required(JsonElement element, string name) => Text(element, name) ?? "";

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Of(value) : null;

    public static int? Number(JsonElement element, string name) => (int?)Long(element, name);

    private static long? Long(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    private static DateTimeOffset? Date(JsonElement element, string name) =>
        Text(element, name) is { } text ? JavaDateFormat.Default.TryParse(text) : null;

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
