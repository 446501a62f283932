using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>A flow node of a process graph.</summary>
internal sealed class ProcessNode(BpmnFlowNode model, string activityType)
{
    public BpmnFlowNode Model => model;

    public string Id => model.Id;

    /// <summary>The history's name for the kind of node.</summary>
    public string ActivityType => activityType;

    public bool IsExternal => model.External is not null;

    public List<ProcessFlow> Outgoing { get; } = [];

    public int IncomingCount { get; set; }

    /// <summary>The error boundary events of this activity.</summary>
    public List<ProcessNode> Boundaries { get; } = [];

    /// <summary>
    /// The code that a boundary event catches or an end event throws; a boundary event without a code catches all errors.
    /// </summary>
    public string? ErrorCode { get; init; }

    public bool ThrowsError { get; init; }

    /// <summary>The definition of the event that a boundary event catches.</summary>
    public BpmnEventDefinition? Caught { get; init; }

    /// <summary>The start event of a subprocess.</summary>
    public ProcessNode? InnerStart { get; init; }

    public BpmnExpression? Topic { get; init; }

    public BpmnExpression? Priority { get; init; }

    /// <summary>The expression of a service task that the engine runs itself.</summary>
    public BpmnExpression? Expression { get; init; }

    public IReadOnlyList<ProcessParameter> Inputs { get; init; } = [];

    public IReadOnlyList<ProcessParameter> Outputs { get; init; } = [];

    /// <summary>The task's error definitions, which turn failures and completions into BPMN errors.</summary>
    public IReadOnlyList<(string? Code, BpmnExpression Condition)> TaskErrors { get; init; } = [];

    /// <summary>The boundary event that catches an error. An event with this code takes precedence over one without a code.</summary>
    public ProcessNode? BoundaryFor(string? code) =>
        Boundaries.Find(boundary => boundary.ErrorCode is not null && boundary.ErrorCode == code)
        ?? Boundaries.Find(static boundary => boundary.ErrorCode is null);
}
