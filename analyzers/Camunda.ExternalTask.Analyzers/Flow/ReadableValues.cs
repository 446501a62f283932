using System;
using System.Globalization;
using System.Linq;
using System.Numerics;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>How text must look to be read as a type.</summary>
internal enum TextFormat
{
    Any,
    Boolean,
    Number,
    WholeNumber,
    Name,
}

/// <summary>The values that a property can be read from.</summary>
/// <param name="Types">The engine types.</param>
/// <param name="Format">The format of a String.</param>
/// <param name="Names">The accepted texts, if the format is <see cref="TextFormat.Name"/>.</param>
internal sealed record ReadableValues(VariableTypes Types, TextFormat Format = TextFormat.Any, EquatableArray<string> Names = default)
{
    public static readonly ReadableValues Anything = new(VariableTypes.Any);

    /// <summary>Whether some value that the variable can have is readable. True if little is known.</summary>
    public bool MayInclude(VariableFact fact)
    {
        if (!fact.IsPresent)
        {
            return true;
        }

        var types = fact.Types & Types;
        return types != 0 && (types != VariableTypes.String || fact.Types != VariableTypes.String || fact.Values.IsEmpty || fact.Values.Any(IsReadable));
    }

    private bool IsReadable(string text) => Format switch
    {
        TextFormat.Boolean => text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase),
        TextFormat.WholeNumber => BigInteger.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || IsNumber(text),
        TextFormat.Number => IsNumber(text),
        TextFormat.Name => Names.Contains(text),
        _ => true,
    };

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
