namespace Camunda.ExternalTask.Bpmn;

internal sealed record BpmnMessage(string Id, BpmnText? Name, BpmnPosition Position);
