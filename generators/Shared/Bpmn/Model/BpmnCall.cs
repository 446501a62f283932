using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>The process that a call activity calls, and the variables that it passes.</summary>
internal sealed record BpmnCall
{
    public BpmnText? CalledElement { get; init; }

    public EquatableArray<BpmnCallMapping> In { get; init; }

    public EquatableArray<BpmnCallMapping> Out { get; init; }
}

internal sealed record BpmnCallMapping
{
    public string? Source { get; init; }

    public BpmnText? SourceExpression { get; init; }

    public string? Target { get; init; }

    /// <summary>True for <c>variables="all"</c>.</summary>
    public bool All { get; init; }

    public bool Local { get; init; }

    public BpmnText? BusinessKey { get; init; }

    public BpmnPosition Position { get; init; }
}
