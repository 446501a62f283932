using System;
using System.Linq;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Analyzers.Flow;

internal enum Presence
{
    /// <summary>No writer has set the variable.</summary>
    Absent,

    /// <summary>A known writer has set the variable.</summary>
    Present,

    /// <summary>A writer may have set the variable.</summary>
    Unknown,
}

/// <summary>What is known about a variable at a point of a path.</summary>
/// <param name="Presence">Whether the variable is there.</param>
/// <param name="Types">Its possible types, if it is there.</param>
/// <param name="Values">Its possible values as text, if they are known (an enum's names, <c>true</c>, <c>false</c>); otherwise empty.</param>
internal sealed record VariableFact(Presence Presence, VariableTypes Types, EquatableArray<string> Values = default)
{
    public static readonly VariableFact Absent = new(Presence.Absent, VariableTypes.None);
    public static readonly VariableFact Unknown = new(Presence.Unknown, VariableTypes.Any);
    public static readonly VariableFact Anything = new(Presence.Present, VariableTypes.Any);
    public static readonly VariableFact Null = new(Presence.Present, VariableTypes.Null);

    public bool IsAbsent => Presence == Presence.Absent;

    public bool IsPresent => Presence == Presence.Present;

    public static VariableFact Of(VariableTypes types) => new(Presence.Present, types);

    public static VariableFact Text(string text) => new(Presence.Present, VariableTypes.String, new([text]));

    /// <summary>The fact after a write that may have happened.</summary>
    /// <param name="written">What the write sets.</param>
    public VariableFact PossiblyWritten(VariableFact written) =>
        IsAbsent ? written with { Presence = Presence.Unknown } : Union(written) with { Presence = Presence };

    /// <summary>The types and values of either fact.</summary>
    public VariableFact Union(VariableFact other) => new(
        Presence == other.Presence ? Presence : Presence.Unknown,
        Types | other.Types,
        Values.IsEmpty || other.Values.IsEmpty ? default : Values.Concat(other.Values).Distinct().OrderBy(static value => value, StringComparer.Ordinal).ToEquatableArray());
}

/// <summary>A variable that code or a model writes.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Fact">Its types and values; <see cref="Presence.Unknown"/> if it is not always written.</param>
/// <param name="IsLocal">Whether it is written to the scope of the task only.</param>
internal sealed record WrittenVariable(string Name, VariableFact Fact, bool IsLocal = false);
