using System.Runtime.CompilerServices;

namespace Camunda.ExternalTask.Tasks;

/// <summary>
/// Rejects filters that the engine reads as "no restriction" or that no task matches. The filter types call it in their setters, so that no
/// caller can forget it. They store copies, so that a list that is emptied later still restricts.
/// </summary>
internal static class FilterCheck
{
    private const string NoRestriction = "which the engine reads as 'no restriction'";
    private const string HowToLeaveOut = "Leave it unset (null) if it should not restrict";

    /// <param name="values">The allowed values; null does not restrict.</param>
    /// <param name="alternative">What the caller may have meant instead, as the end of a sentence.</param>
    /// <param name="name">The name of the member.</param>
    /// <exception cref="ArgumentException">The list is empty, or has a null or blank entry.</exception>
    public static IReadOnlyList<string>? List(IReadOnlyCollection<string>? values, string? alternative = null, [CallerMemberName] string name = "") =>
        ProblemOf(name, values, alternative) is { } problem ? throw new ArgumentException(problem, name) : values is null ? null : [.. values];

    /// <exception cref="ArgumentException">The text is blank.</exception>
    public static string? Text(string? value, [CallerMemberName] string name = "") =>
        ProblemOf(name, value) is { } problem ? throw new ArgumentException(problem, name) : value;

    /// <exception cref="ArgumentException">The dictionary is empty, or a variable has no value.</exception>
    public static IReadOnlyDictionary<string, TypedValue>? Variables(IReadOnlyDictionary<string, TypedValue>? values, [CallerMemberName] string name = "")
    {
        ThrowIfEmpty(values, name);
        return values is null || values.All(static variable => variable.Value is not null)
            ? values?.ToDictionary(StringComparer.Ordinal)
            : throw new ArgumentException($"{name} contains a variable without a value. Use TypedValue.Null() to compare with null.", name);
    }

    /// <summary>Returns the problem of a list, or null.</summary>
    public static string? ProblemOf(string name, IReadOnlyCollection<string?>? values, string? alternative = null) => values switch
    {
        null => null,
        { Count: 0 } => $"{name} is empty, {NoRestriction}. {HowToLeaveOut}{(alternative is null ? "" : $", or {alternative}")}.",
        _ when values.Any(string.IsNullOrWhiteSpace) => BlankIn(name),
        _ => null,
    };

    /// <summary>Returns the problem of a text, or null.</summary>
    public static string? ProblemOf(string name, string? value) =>
        value is not null && string.IsNullOrWhiteSpace(value) ? $"{name} is blank, which no task matches. {HowToLeaveOut}." : null;

    public static string BlankIn(string name) => $"{name} has a null or blank entry, which no task matches. Remove the entry.";

    /// <exception cref="ArgumentException">The collection is empty.</exception>
    public static void ThrowIfEmpty<T>(IReadOnlyCollection<T>? values, string name)
    {
        if (values is { Count: 0 })
        {
            throw new ArgumentException($"{name} is empty, {NoRestriction}. {HowToLeaveOut}.", name);
        }
    }
}
