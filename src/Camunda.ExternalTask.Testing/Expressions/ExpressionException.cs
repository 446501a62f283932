namespace Camunda.ExternalTask.Testing.Expressions;

/// <summary>An expression that the engine could not evaluate; becomes the engine's error with the expression's text in it.</summary>
internal sealed class ExpressionException(string message, bool isUnknownName = false) : Exception(message)
{
    /// <summary>True for a variable, function or property that is not there, which the engine words in its own way.</summary>
    public bool IsUnknownName => isUnknownName;
}
