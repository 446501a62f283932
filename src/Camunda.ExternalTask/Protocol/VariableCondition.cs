namespace Camunda.ExternalTask;

/// <summary>A condition on a process variable in a query. The engine compares typed: text "1" is not the number 1.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Operator">How to compare.</param>
/// <param name="Value">The value to compare with: text, a number, a truth value or a date.</param>
public sealed record VariableCondition(string Name, VariableOperator Operator, TypedValue Value);

/// <summary>How a query compares variables.</summary>
public enum VariableOperator
{
    /// <summary>Equal.</summary>
    Equal,

    /// <summary>Not equal.</summary>
    NotEqual,

    /// <summary>Greater.</summary>
    GreaterThan,

    /// <summary>Greater or equal.</summary>
    GreaterThanOrEqual,

    /// <summary>Less.</summary>
    LessThan,

    /// <summary>Less or equal.</summary>
    LessThanOrEqual,

    /// <summary>Like a pattern with <c>%</c> and <c>_</c>.</summary>
    Like,

    /// <summary>Not like a pattern with <c>%</c> and <c>_</c>.</summary>
    NotLike,
}
