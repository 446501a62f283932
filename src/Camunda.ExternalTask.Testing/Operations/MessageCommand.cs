using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>A message for instances or for a process that starts with it.</summary>
internal sealed record MessageCommand(string Name)
{
    public string? BusinessKey { get; init; }

    public string? ProcessInstanceId { get; init; }

    public string? TenantId { get; init; }

    public bool WithoutTenantId { get; init; }

    public IReadOnlyList<(string Name, EngineValue Value)> CorrelationKeys { get; init; } = [];

    public IReadOnlyList<(string Name, EngineValue Value)> LocalCorrelationKeys { get; init; } = [];

    public IReadOnlyList<(string Name, EngineValue Value)> Variables { get; init; } = [];

    public IReadOnlyList<(string Name, EngineValue Value)> LocalVariables { get; init; } = [];

    /// <summary>True to deliver the message to all receivers instead of exactly one.</summary>
    public bool All { get; init; }
}
