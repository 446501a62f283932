namespace Camunda.ExternalTask.Bpmn;

internal sealed record BpmnProcess
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public bool IsExecutable { get; init; }

    public BpmnText? VersionTag { get; init; }

    public BpmnText? HistoryTimeToLive { get; init; }

    /// <summary>The default priority of external tasks; a number or an expression.</summary>
    public BpmnText? TaskPriority { get; init; }

    public string? Documentation { get; init; }

    /// <summary>Whether listeners run when an instance starts or ends.</summary>
    public bool HasListeners { get; init; }

    /// <summary>The position of the id.</summary>
    public BpmnPosition Position { get; init; }

    public required BpmnScope Body { get; init; }
}
