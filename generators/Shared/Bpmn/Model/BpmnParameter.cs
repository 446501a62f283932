namespace Camunda.ExternalTask.Bpmn;

/// <summary>An input or output parameter.</summary>
/// <remarks>The position is that of the name.</remarks>
internal sealed record BpmnParameter(string Name, BpmnValue Value, BpmnPosition Position);
