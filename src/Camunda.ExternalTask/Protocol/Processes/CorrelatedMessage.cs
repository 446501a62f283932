using System.Text.Json;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask;

/// <summary>One receiver of a message: an execution that waited for it, or a process instance that it started.</summary>
public sealed record CorrelatedMessage
{
    /// <summary>The id of the process instance that received the message or was started by it.</summary>
    public required string ProcessInstanceId { get; init; }

    /// <summary>The id of the execution that waited for the message; null if the message started an instance.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>The instance that the message started; null if an execution waited for it.</summary>
    public ProcessInstance? StartedInstance { get; init; }

    /// <summary>The tenant, or null.</summary>
    public string? TenantId { get; init; }

    internal static IReadOnlyList<CorrelatedMessage> ReadAll(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer);
        return [.. JsonElement.ParseValue(ref reader).EnumerateArray().Select(Read)];
    }

    private static CorrelatedMessage Read(JsonElement result)
    {
        if (result.TryGetProperty("processInstance", out var element) && element.ValueKind == JsonValueKind.Object)
        {
            var started = ProcessInstance.Read(element);
            return new() { ProcessInstanceId = started.Id, StartedInstance = started, TenantId = started.TenantId };
        }

        var execution = result.GetProperty("execution");
        return new()
        {
            ProcessInstanceId = AnswerElement.Required(execution, "processInstanceId"),
            ExecutionId = AnswerElement.Required(execution, "id"),
            TenantId = AnswerElement.Text(execution, "tenantId"),
        };
    }
}
