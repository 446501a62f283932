namespace Camunda.ExternalTask.Bpmn;

internal enum BpmnEventKind
{
    Error,
    Message,
    Signal,
    Timer,
    Escalation,
    Conditional,
    Compensate,
    Cancel,
    Link,
    Terminate,
}

internal sealed record BpmnEventDefinition
{
    public required BpmnEventKind Kind { get; init; }

    /// <summary>The error, message, signal or escalation it refers to.</summary>
    public BpmnText? Ref { get; init; }

    /// <summary>The variable for the code of a caught error or escalation.</summary>
    public BpmnText? CodeVariable { get; init; }

    /// <summary>The variable for the message of a caught error.</summary>
    public BpmnText? MessageVariable { get; init; }

    /// <summary>A timer's date, duration or cycle, or a condition.</summary>
    public BpmnText? Body { get; init; }

    /// <summary><c>timeDate</c>, <c>timeDuration</c>, <c>timeCycle</c> or <c>condition</c>.</summary>
    public string? BodyElement { get; init; }

    public BpmnPosition Position { get; init; }
}
