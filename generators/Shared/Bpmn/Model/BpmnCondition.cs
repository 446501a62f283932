namespace Camunda.ExternalTask.Bpmn;

/// <summary>A condition; with a language it is a script, not an expression.</summary>
internal sealed record BpmnCondition(BpmnText Body, string? Language);
