namespace Camunda.ExternalTask.Bpmn;

/// <summary>The attributes <c>type="external"</c>, <c>topic</c> and <c>taskPriority</c>.</summary>
/// <param name="Topic">The topic, a literal or an expression; the engine does not deploy a model without it.</param>
/// <param name="Priority">A number or an expression; null for the priority of the process.</param>
/// <param name="Position">The position of <c>type</c>.</param>
internal sealed record BpmnExternalTask(BpmnText? Topic, BpmnText? Priority, BpmnPosition Position);
