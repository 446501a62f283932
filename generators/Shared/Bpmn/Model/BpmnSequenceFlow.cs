namespace Camunda.ExternalTask.Bpmn;

internal sealed record BpmnSequenceFlow
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public required string SourceRef { get; init; }

    public required string TargetRef { get; init; }

    public BpmnCondition? Condition { get; init; }

    /// <summary>Whether listeners run when the engine takes the flow.</summary>
    public bool HasListeners { get; init; }

    public BpmnPosition Position { get; init; }
}
