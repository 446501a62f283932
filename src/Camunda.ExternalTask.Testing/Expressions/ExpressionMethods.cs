using System.Text.RegularExpressions;

namespace Camunda.ExternalTask.Testing.Expressions;

/// <summary>Methods of Java's string, number and date classes that models commonly call.</summary>
internal static class ExpressionMethods
{
    public static object? Call(object? target, string name, object?[] arguments) =>
        ExpressionCollections.TryCall(target, name, arguments, out var result) ? result : Scalar(target, name, arguments);

    private static object? Scalar(object? target, string name, object?[] arguments) => (target, name, arguments) switch
    {
        (not null, "toString", []) => ExpressionTexts.Show(target),
        (not null, "equals", [var other]) => target.GetType() == other?.GetType() && target.Equals(other),
        (string text, "length", []) => text.Length,
        (string text, "isEmpty", []) => text.Length == 0,
        (string text, "isBlank", []) => string.IsNullOrWhiteSpace(text),
        (string text, "trim", []) => text.Trim(),
        (string text, "toUpperCase", []) => text.ToUpperInvariant(),
        (string text, "toLowerCase", []) => text.ToLowerInvariant(),
        (string text, "contains", [string part]) => text.Contains(part, StringComparison.Ordinal),
        (string text, "startsWith", [string part]) => text.StartsWith(part, StringComparison.Ordinal),
        (string text, "endsWith", [string part]) => text.EndsWith(part, StringComparison.Ordinal),
        (string text, "equalsIgnoreCase", [string other]) => text.Equals(other, StringComparison.OrdinalIgnoreCase),
        (string text, "concat", [string other]) => text + other,
        (string text, "indexOf", [string part]) => text.IndexOf(part, StringComparison.Ordinal),
        (string text, "replace", [string from, string to]) => text.Replace(from, to, StringComparison.Ordinal),
        (string text, "substring", [long from]) when from >= 0 && from <= text.Length => text[(int)from..],
        (string text, "substring", [long from, long to]) when from >= 0 && from <= to && to <= text.Length => text[(int)from..(int)to],
        (string text, "matches", [string pattern]) => Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromSeconds(5)),
        (string text, "replaceAll", [string pattern, string by]) => Regex.Replace(text, pattern, by, RegexOptions.None, TimeSpan.FromSeconds(5)),
        (string text, "lastIndexOf", [string part]) => text.LastIndexOf(part, StringComparison.Ordinal),
        (string text, "charAt", [long at]) when at >= 0 && at < text.Length => text[(int)at].ToString(),
        (string text, "compareTo", [string other]) => string.CompareOrdinal(text, other),
        (string text, "split", [string pattern]) => Regex.Split(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(5)).ToList<object?>(),
        (short or int or long or double, "intValue", []) => (int)ExpressionNumbers.ToLong(target),
        (short or int or long or double, "longValue", []) => ExpressionNumbers.ToLong(target),
        (short or int or long or double, "doubleValue", []) => ExpressionNumbers.ToDouble(target),
        (bool value, "booleanValue", []) => value,
        (DateTimeOffset date, "getTime", []) => date.ToUnixTimeMilliseconds(),
        (DateTimeOffset date, "before", [DateTimeOffset other]) => date < other,
        (DateTimeOffset date, "after", [DateTimeOffset other]) => date > other,
        (DateTimeOffset date, "toDate", []) => date,
        (DateTimeOffset date, "plusSeconds", [long count]) => date.AddSeconds(count),
        (DateTimeOffset date, "plusMinutes", [long count]) => date.AddMinutes(count),
        (DateTimeOffset date, "plusHours", [long count]) => date.AddHours(count),
        (DateTimeOffset date, "plusDays", [long count]) => date.AddDays(count),
        (DateTimeOffset date, "plusWeeks", [long count]) => date.AddDays(7 * count),
        (DateTimeOffset date, "plusMonths", [long count]) => date.AddMonths((int)count),
        (DateTimeOffset date, "plusYears", [long count]) => date.AddYears((int)count),
        (DateTimeOffset date, "minusHours", [long count]) => date.AddHours(-count),
        (DateTimeOffset date, "minusDays", [long count]) => date.AddDays(-count),
        (null, _, _) => throw new ExpressionException($"The method '{name}' is called on null."),
        _ => throw new ExpressionException(
            $"The engine in memory does not support the method '{name}' of class {ExpressionTexts.JavaClass(target)} "
            + $"with {arguments.Length} arguments."),
    };
}
