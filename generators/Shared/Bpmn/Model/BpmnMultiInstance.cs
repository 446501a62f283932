namespace Camunda.ExternalTask.Bpmn;

internal sealed record BpmnMultiInstance
{
    public bool IsSequential { get; init; }

    public BpmnText? Collection { get; init; }

    public BpmnText? ElementVariable { get; init; }

    public BpmnText? LoopCardinality { get; init; }

    public BpmnText? CompletionCondition { get; init; }

    public BpmnPosition Position { get; init; }
}
