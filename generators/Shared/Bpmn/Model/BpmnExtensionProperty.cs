namespace Camunda.ExternalTask.Bpmn;

/// <summary>A name and a value the engine hands to workers as they are, never evaluated.</summary>
internal sealed record BpmnExtensionProperty(string Name, string Value, BpmnPosition Position);
