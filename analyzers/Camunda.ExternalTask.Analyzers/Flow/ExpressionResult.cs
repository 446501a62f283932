using System;
using System.Collections.Generic;
using System.Linq;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>What the evaluation of an expression can lead to.</summary>
[Flags]
internal enum ExpressionOutcomes
{
    None = 0,
    True = 1,
    False = 2,

    /// <summary>A value that is neither a Boolean nor null.</summary>
    Value = 4,
    Null = 8,

    /// <summary>A result that the analysis cannot know, such as that of a method. Either outcome may be impossible.</summary>
    Opaque = 16,
    Boolean = True | False,
}

/// <summary>A name that an expression reads although no variable has it.</summary>
internal readonly record struct MissingRead(string Name, int Offset);

/// <summary>The possible outcomes of an expression, and the reads that make its evaluation fail.</summary>
/// <param name="Outcomes">The outcomes without failure.</param>
/// <param name="Fact">The type and values of the result, as far as they are known.</param>
/// <param name="Missing">The absent variables that the evaluation reads on some way through the expression.</param>
internal sealed record ExpressionResult(ExpressionOutcomes Outcomes, VariableFact Fact, IReadOnlyList<MissingRead> Missing)
{
    public static readonly ExpressionResult Opaque = new(ExpressionOutcomes.Opaque, VariableFact.Anything, []);
    public static readonly ExpressionResult AnyBoolean = Of(VariableFact.Of(VariableTypes.Boolean));

    /// <summary>Whether the evaluation fails in any case.</summary>
    public bool AlwaysFails => Outcomes == ExpressionOutcomes.None;

    public static ExpressionResult Fails(string name, int offset) => new(ExpressionOutcomes.None, VariableFact.Anything, [new(name, offset)]);

    public static ExpressionResult Of(VariableFact fact)
    {
        var outcomes = ExpressionOutcomes.None;
        if ((fact.Types & VariableTypes.Boolean) != 0)
        {
            outcomes |= fact.Values.IsEmpty || fact.Values.Contains("true") ? ExpressionOutcomes.True : ExpressionOutcomes.None;
            outcomes |= fact.Values.IsEmpty || fact.Values.Contains("false") ? ExpressionOutcomes.False : ExpressionOutcomes.None;
        }

        if ((fact.Types & VariableTypes.Null) != 0)
        {
            outcomes |= ExpressionOutcomes.Null;
        }

        if ((fact.Types & ~(VariableTypes.Boolean | VariableTypes.Null)) != 0)
        {
            outcomes |= ExpressionOutcomes.Value;
        }

        return new(outcomes, fact, []);
    }

    /// <summary>This result if <paramref name="first"/> has been evaluated before.</summary>
    public ExpressionResult After(ExpressionResult first) =>
        first.AlwaysFails ? first : this with { Missing = [.. first.Missing, .. Missing] };

    public bool Can(ExpressionOutcomes outcome) => (Outcomes & outcome) != 0;
}
