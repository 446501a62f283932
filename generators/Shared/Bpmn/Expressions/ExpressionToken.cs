namespace Camunda.ExternalTask.Bpmn;

internal enum ExpressionTokenKind
{
    End,
    Identifier,
    Literal,

    /// <summary>An operator or bracket; its text is in its symbolic form, also where a word was written.</summary>
    Symbol,
}

internal readonly record struct ExpressionToken(ExpressionTokenKind Kind, string Text, object? Value, int Offset);
