namespace Camunda.ExternalTask.Bpmn;

/// <summary>The reason why a text is not an expression; the offset counts characters from its start.</summary>
internal sealed record BpmnExpressionProblem(string Message, int Offset);
