namespace Camunda.ExternalTask.Bpmn;

internal sealed record BpmnSignal(string Id, BpmnText? Name, BpmnPosition Position);
