using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A user's type with a generated part.</summary>
/// <remarks>
/// Models compare by value and hold no symbol, syntax, location or compilation: a pipeline step is skipped if its input equals the previous
/// one. A symbol never equals its successor, and keeps its whole compilation alive.
/// </remarks>
internal sealed record TypeModel
{
    /// <summary>The namespace, or an empty text for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The type's own name, as in code (<c>@class</c>).</summary>
    public required string Name { get; init; }

    /// <summary>The name, fully qualified: <c>global::Loan.CheckCreditScore.Request</c>.</summary>
    public required string FullName { get; init; }

    /// <summary>The name with dots only, unique in the assembly even if file names ignore case.</summary>
    public required string HintName { get; init; }

    /// <summary>The head of another part: <c>partial record CreditRequest</c>.</summary>
    public required string Declaration { get; init; }

    /// <summary>The heads of the containing types, outermost first.</summary>
    public EquatableArray<string> Containers { get; init; }

    /// <summary>Whether generated members use obsolete members. The use can be an error outside of obsolete members.</summary>
    public bool UsesObsolete { get; init; }

    public bool IsRecord { get; init; }

    public bool IsValueType { get; init; }
}
