namespace Camunda.ExternalTask.Bpmn;

/// <summary>An input or output parameter.</summary>
/// <remarks>The position is the name's.</remarks>
internal sealed record BpmnParameter(string Name, BpmnValue Value, BpmnPosition Position);
