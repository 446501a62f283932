namespace Camunda.ExternalTask;

/// <summary>Condition on a process variable in a query. The engine compares types, too: the text "1" does not equal the number 1.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Operator">The comparison.</param>
/// <param name="Value">The value to compare with: text, a number, a Boolean or a date.</param>
public sealed record VariableCondition(string Name, VariableOperator Operator, TypedValue Value);

/// <summary>Comparison of a variable with a value.</summary>
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
