namespace Camunda.ExternalTask.Testing.Expressions;

/// <summary>The engine could not evaluate an expression. The evaluator turns this into an error that contains the expression.</summary>
internal sealed class ExpressionException(string message, bool isUnknownName = false) : Exception(message)
{
    /// <summary>True for an unknown variable, function or property, for which the engine has a separate message.</summary>
    public bool IsUnknownName => isUnknownName;
}
