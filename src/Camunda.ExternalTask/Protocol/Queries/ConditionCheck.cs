using System.Runtime.CompilerServices;
using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask.Protocol.Queries;

/// <summary>Refuses conditions on variables that the engine reads as "no restriction" or answers with 500. Returns a copy, as <see cref="FilterCheck"/> does.</summary>
internal static class ConditionCheck
{
    /// <exception cref="ArgumentException">The list is empty or contains a null, or a condition has no name or no value.</exception>
    public static IReadOnlyList<VariableCondition>? List(IReadOnlyList<VariableCondition>? values, [CallerMemberName] string name = "")
    {
        FilterCheck.ThrowIfEmpty(values, name);
        return values is null || values.All(static condition => condition is { Name.Length: > 0, Value: not null })
            ? values is null ? null : [.. values]
            : throw new ArgumentException($"{name} has a condition that is null, or that has no name or no value. Remove or complete it.", name);
    }
}
