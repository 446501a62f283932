using System.Text.Json;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask;

/// <summary>A deployment, new or existing.</summary>
public sealed record DeploymentResult
{
    /// <summary>The deployment's id.</summary>
    public required string Id { get; init; }

    /// <summary>The deployment's name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The ids of the new process definitions; empty if nothing has changed.</summary>
    public required IReadOnlyList<string> ProcessDefinitionIds { get; init; }

    /// <summary>The ids of the new decision definitions; empty if nothing has changed.</summary>
    public required IReadOnlyList<string> DecisionDefinitionIds { get; init; }

    internal static DeploymentResult Read(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer);
        var deployment = JsonElement.ParseValue(ref reader);
        return new()
        {
            Id = AnswerElement.Required(deployment, "id"),
            Name = AnswerElement.Text(deployment, "name"),
            ProcessDefinitionIds = NamesOf(deployment, "deployedProcessDefinitions"),
            DecisionDefinitionIds = NamesOf(deployment, "deployedDecisionDefinitions"),
        };
    }

    private static string[] NamesOf(JsonElement deployment, string member) =>
        deployment.TryGetProperty(member, out var definitions) && definitions.ValueKind == JsonValueKind.Object
            ? [.. definitions.EnumerateObject().Select(static definition => definition.Name)]
            : [];
}
