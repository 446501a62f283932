namespace Camunda.ExternalTask.Bpmn;

/// <summary>The attributes <c>type="external"</c>, <c>topic</c> and <c>taskPriority</c>.</summary>
/// <param name="Topic">The topic, a literal or an expression; null is a model that does not deploy.</param>
/// <param name="Priority">A number or an expression; null takes the process's.</param>
/// <param name="Position">Where <c>type</c> stands.</param>
internal sealed record BpmnExternalTask(BpmnText? Topic, BpmnText? Priority, BpmnPosition Position);
