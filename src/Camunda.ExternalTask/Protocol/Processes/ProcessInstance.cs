using System.Text.Json;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask;

/// <summary>A process instance as the engine describes it when it answers.</summary>
public sealed record ProcessInstance
{
    /// <summary>The instance's id.</summary>
    public required string Id { get; init; }

    /// <summary>The id of its process definition, which is one version of a process.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The id of the process in the model; null if the engine does not send it (before 7.21).</summary>
    public string? DefinitionKey { get; init; }

    /// <summary>The business key, or null.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>The tenant, or null.</summary>
    public string? TenantId { get; init; }

    /// <summary>Whether the instance has ended, as one without a wait state does during its start.</summary>
    public bool IsEnded { get; init; }

    /// <summary>Whether the instance is suspended.</summary>
    public bool IsSuspended { get; init; }

    internal static ProcessInstance Read(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer);
        return Read(JsonElement.ParseValue(ref reader));
    }

    internal static IReadOnlyList<ProcessInstance> ReadAll(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer);
        return [.. JsonElement.ParseValue(ref reader).EnumerateArray().Select(Read)];
    }

    internal static ProcessInstance Read(JsonElement instance) => new()
    {
        Id = AnswerElement.Required(instance, "id"),
        DefinitionId = AnswerElement.Required(instance, "definitionId"),
        DefinitionKey = AnswerElement.Text(instance, "definitionKey"),
        BusinessKey = AnswerElement.Text(instance, "businessKey"),
        TenantId = AnswerElement.Text(instance, "tenantId"),
        IsEnded = AnswerElement.Flag(instance, "ended"),
        IsSuspended = AnswerElement.Flag(instance, "suspended"),
    };
}
