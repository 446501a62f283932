using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>What an event catches or throws.</summary>
internal sealed record ProcessEvent(BpmnEventKind Kind)
{
    /// <summary>The name of a message or signal.</summary>
    public BpmnExpression? Name { get; init; }

    /// <summary>The code of an error or escalation; null catches all.</summary>
    public string? Code { get; init; }

    /// <summary>The message that an error end event throws.</summary>
    public BpmnExpression? Message { get; init; }

    /// <summary>A timer's date, duration or cycle, or a condition.</summary>
    public BpmnExpression? Body { get; init; }

    /// <summary>The variable whose changes a condition follows; null for all.</summary>
    public string? VariableName { get; init; }

    /// <summary>The changes that a condition follows, such as <c>create</c>; empty for all.</summary>
    public IReadOnlyList<string> VariableEvents { get; init; } = [];

    /// <summary><c>timeDate</c>, <c>timeDuration</c> or <c>timeCycle</c>.</summary>
    public string? TimerKind { get; init; }

    public string? CodeVariable { get; init; }

    public string? MessageVariable { get; init; }

    /// <summary>The activity that a compensation event compensates; null for all of the scope.</summary>
    public string? ActivityRef { get; init; }

    /// <summary>The name of a link.</summary>
    public string? Link { get; init; }

    public bool IsInterrupting { get; init; } = true;

    /// <summary>True for events that wait for a message, signal, timer or condition.</summary>
    public bool Waits => Kind is BpmnEventKind.Message or BpmnEventKind.Signal or BpmnEventKind.Timer or BpmnEventKind.Conditional;

    /// <summary>Tells whether this event catches a code; an event with the code takes precedence over one without.</summary>
    public bool Catches(string? code) => Code is null || Code == code;
}
