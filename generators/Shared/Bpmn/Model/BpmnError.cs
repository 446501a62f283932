namespace Camunda.ExternalTask.Bpmn;

/// <summary>A root error. Without a code it catches every code.</summary>
internal sealed record BpmnError(string Id, string? Name, BpmnText? Code, string? Message, BpmnPosition Position);
