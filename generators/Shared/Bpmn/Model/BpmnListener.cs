namespace Camunda.ExternalTask.Bpmn;

/// <summary>An execution or task listener.</summary>
internal sealed record BpmnListener(string? Event, BpmnImplementation? Implementation, BpmnPosition Position);
