using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Compares the nested nullable annotations of types that are otherwise the same.</summary>
internal static class NestedNullability
{
    /// <summary>Whether the compiler converts one to the other without a warning, apart from the outermost annotation.</summary>
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

    // Code without a nullable context has no annotations.
    private static bool AreSameWithOwn(ITypeSymbol one, ITypeSymbol other) =>
        (one.NullableAnnotation == other.NullableAnnotation || one.NullableAnnotation == NullableAnnotation.None || other.NullableAnnotation == NullableAnnotation.None)
        && AreSame(one, other);
}
