using System.Globalization;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Expressions;

/// <summary>JUEL's arithmetic: integers are long, division returns double, and text with a point or an exponent is double.</summary>
internal static class ExpressionNumbers
{
    public static object? Compute(ExpressionOperator operation, object? left, object? right)
    {
        if (left is null && right is null)
        {
            return 0L;
        }

        if (operation == ExpressionOperator.Divide)
        {
            return ToDouble(left) / ToDouble(right);
        }

        if (IsDouble(left) || IsDouble(right))
        {
            var (x, y) = (ToDouble(left), ToDouble(right));
            return operation switch
            {
                ExpressionOperator.Add => x + y,
                ExpressionOperator.Subtract => x - y,
                ExpressionOperator.Multiply => x * y,
                _ => x % y,
            };
        }

        var (a, b) = (ToLong(left), ToLong(right));
        return operation switch
        {
            ExpressionOperator.Add => unchecked(a + b),
            ExpressionOperator.Subtract => unchecked(a - b),
            ExpressionOperator.Multiply => unchecked(a * b),
            _ when b == 0 => throw new ExpressionException("/ by zero"),
            _ => a % b,
        };
    }

    /// <summary>Negates a number and keeps its type.</summary>
    public static object? Negate(object? value)
    {
        switch (value)
        {
            case null:
                return 0L;
            case short number:
                return (short)-number;
            case int number:
                return -number;
            case long number:
                return -number;
            case double number:
                return -number;
            case string text when IsDouble(text):
                return -ToDouble(text);
            case string text:
                return -ToLong(text);
            default:
                throw CannotCoerce(value, "java.lang.Long");
        }
    }

    public static bool IsFraction(object? value) => value is double;

    public static bool IsInteger(object? value) => value is long or int or short;

    public static long ToLong(object? value) => value switch
    {
        null or "" => 0,
        long number => number,
        int number => number,
        short number => number,
        double number => (long)number,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw CannotCoerce(value, "java.lang.Long"),
    };

    public static double ToDouble(object? value) => value switch
    {
        null or "" => 0,
        double number => number,
        long number => number,
        int number => number,
        short number => number,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw CannotCoerce(value, "java.lang.Double"),
    };

    public static ExpressionException CannotCoerce(object? value, string type) =>
        new($"Cannot coerce {(value is string text ? $"'{text}'" : $"from class {ExpressionTexts.JavaClass(value)}")} to class {type}");

    private static bool IsDouble(object? value) =>
        value is double || (value is string text && text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0);
}
