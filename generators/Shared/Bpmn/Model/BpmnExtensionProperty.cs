namespace Camunda.ExternalTask.Bpmn;

/// <summary>A name and a value that the engine passes to workers without evaluation.</summary>
internal sealed record BpmnExtensionProperty(string Name, string Value, BpmnPosition Position);
