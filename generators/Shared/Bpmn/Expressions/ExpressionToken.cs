namespace Camunda.ExternalTask.Bpmn;

internal enum ExpressionTokenKind
{
    End,
    Identifier,
    Literal,

    /// <summary>An operator or bracket; its text is the symbol, even if the source has a word.</summary>
    Symbol,
}

internal readonly record struct ExpressionToken(ExpressionTokenKind Kind, string Text, object? Value, int Offset);
