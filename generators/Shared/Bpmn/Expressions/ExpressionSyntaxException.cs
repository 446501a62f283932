using System;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>Ends the parsing at any depth; does not leave <see cref="BpmnExpression"/>.</summary>
internal sealed class ExpressionSyntaxException(string message, int offset) : Exception(message)
{
    public int Offset => offset;
}
