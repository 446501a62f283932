using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Compares the <c>?</c> inside of types that are the same but for that.</summary>
internal static class NestedNullability
{
    /// <summary>Whether the compiler takes one for the other without a warning, their own <c>?</c> aside.</summary>
    public static bool AreSame(ITypeSymbol one, ITypeSymbol other)
    {
        if (one is IArrayTypeSymbol array && other is IArrayTypeSymbol otherArray)
        {
            return AreSameWithOwn(array.ElementType, otherArray.ElementType);
        }

        if (one is not INamedTypeSymbol named || other is not INamedTypeSymbol otherNamed)
        {
            return true;
        }

        for (var i = 0; i < named.TypeArguments.Length && i < otherNamed.TypeArguments.Length; i++)
        {
            if (!AreSameWithOwn(named.TypeArguments[i], otherNamed.TypeArguments[i]))
            {
                return false;
            }
        }

        return true;
    }

    // Code without a nullable context says neither.
    private static bool AreSameWithOwn(ITypeSymbol one, ITypeSymbol other) =>
        (one.NullableAnnotation == other.NullableAnnotation || one.NullableAnnotation == NullableAnnotation.None || other.NullableAnnotation == NullableAnnotation.None)
        && AreSame(one, other);
}
