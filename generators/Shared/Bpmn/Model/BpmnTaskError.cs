namespace Camunda.ExternalTask.Bpmn;

/// <summary>An error event definition among a task's extension elements.</summary>
internal sealed record BpmnTaskError(string? ErrorRef, BpmnText? Expression, BpmnPosition Position);
