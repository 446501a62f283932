using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>A flow node, ready to be executed.</summary>
internal sealed class ProcessNode(BpmnFlowNode model, string activityType)
{
    public BpmnFlowNode Model => model;

    public string Id => model.Id;

    /// <summary>What the history calls the node.</summary>
    public string ActivityType => activityType;

    public bool IsExternal => model.External is not null;

    public List<ProcessFlow> Outgoing { get; } = [];

    public int IncomingCount { get; set; }

    /// <summary>The error events on this activity's border.</summary>
    public List<ProcessNode> Boundaries { get; } = [];

    /// <summary>The code a boundary event catches or an end event throws; null catches all.</summary>
    public string? ErrorCode { get; init; }

    public bool ThrowsError { get; init; }

    public BpmnEventDefinition? Caught { get; init; }

    /// <summary>Where a subprocess starts.</summary>
    public ProcessNode? InnerStart { get; init; }

    public BpmnExpression? Topic { get; init; }

    public BpmnExpression? Priority { get; init; }

    /// <summary>The expression of a service task that the engine performs itself.</summary>
    public BpmnExpression? Expression { get; init; }

    public IReadOnlyList<ProcessParameter> Inputs { get; init; } = [];

    public IReadOnlyList<ProcessParameter> Outputs { get; init; } = [];

    public IReadOnlyList<(string? Code, BpmnExpression Condition)> TaskErrors { get; init; } = [];

    /// <summary>The event that catches an error: one for exactly this code comes before one for all, wherever they stand in the file.</summary>
    public ProcessNode? BoundaryFor(string? code) =>
        Boundaries.Find(boundary => boundary.ErrorCode is not null && boundary.ErrorCode == code)
        ?? Boundaries.Find(static boundary => boundary.ErrorCode is null);
}
