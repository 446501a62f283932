using System;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>Leaves a parser from any depth; never leaves <see cref="BpmnExpression"/>.</summary>
internal sealed class ExpressionSyntaxException(string message, int offset) : Exception(message)
{
    public int Offset => offset;
}
