using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Expressions;

/// <summary>JUEL's comparisons and conversion to Boolean.</summary>
internal static class ExpressionComparisons
{
    public static bool Compare(ExpressionOperator operation, object? left, object? right) => operation switch
    {
        ExpressionOperator.Equal => AreEqual(left, right),
        ExpressionOperator.NotEqual => !AreEqual(left, right),
        ExpressionOperator.Less => Order(left, right) is < 0,
        ExpressionOperator.Greater => Order(left, right) is > 0,
        ExpressionOperator.LessOrEqual => SameOrBothNull(left, right) || Order(left, right) is <= 0,
        _ => SameOrBothNull(left, right) || Order(left, right) is >= 0,
    };

    public static bool ToBoolean(object? value) => value switch
    {
        null or "" => false,
        bool boolean => boolean,
        string text => text.Equals("true", StringComparison.OrdinalIgnoreCase),
        _ => throw ExpressionNumbers.CannotCoerce(value, "java.lang.Boolean"),
    };

    public static bool IsEmpty(object? value) =>
        value is null or "" || (ExpressionCollections.TryCall(value is SpinJson ? null : value, "isEmpty", [], out var isEmpty) && isEmpty is true);

    /// <summary>If one side is a number, the other one is converted to a number. Text that is not a number is an error then.</summary>
    private static bool AreEqual(object? left, object? right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (left is null || right is null)
        {
            return false;
        }

        if (ExpressionNumbers.IsFraction(left) || ExpressionNumbers.IsFraction(right))
        {
            return ExpressionNumbers.ToDouble(left) == ExpressionNumbers.ToDouble(right);
        }

        if (ExpressionNumbers.IsInteger(left) || ExpressionNumbers.IsInteger(right))
        {
            return ExpressionNumbers.ToLong(left) == ExpressionNumbers.ToLong(right);
        }

        return left is bool || right is bool ? ToBoolean(left) == ToBoolean(right) : Equals(left, right);
    }

    /// <summary>The order of two values; null if a side is null or NaN.</summary>
    private static int? Order(object? left, object? right)
    {
        if (left is null || right is null)
        {
            return null;
        }

        if (ExpressionNumbers.IsFraction(left) || ExpressionNumbers.IsFraction(right))
        {
            var (x, y) = (ExpressionNumbers.ToDouble(left), ExpressionNumbers.ToDouble(right));
            return double.IsNaN(x) || double.IsNaN(y) ? null : x.CompareTo(y);
        }

        if (ExpressionNumbers.IsInteger(left) || ExpressionNumbers.IsInteger(right))
        {
            return ExpressionNumbers.ToLong(left).CompareTo(ExpressionNumbers.ToLong(right));
        }

        if (left is string || right is string)
        {
            return string.CompareOrdinal(ExpressionTexts.Show(left), ExpressionTexts.Show(right));
        }

        return (left, right) switch
        {
            (DateTimeOffset x, DateTimeOffset y) => x.CompareTo(y),
            (bool x, bool y) => x.CompareTo(y),
            _ => throw new ExpressionException(
                $"Cannot compare class {ExpressionTexts.JavaClass(left)} and class {ExpressionTexts.JavaClass(right)}"),
        };
    }

    private static bool SameOrBothNull(object? left, object? right) => ReferenceEquals(left, right);
}
