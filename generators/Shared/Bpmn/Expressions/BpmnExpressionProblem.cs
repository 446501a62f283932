namespace Camunda.ExternalTask.Bpmn;

/// <summary>Why a text is no expression; the offset counts characters from its start.</summary>
internal sealed record BpmnExpressionProblem(string Message, int Offset);
