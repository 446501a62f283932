using System.Linq;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Removes the names of tuple elements, which the comparison of symbols regards: <c>(int X, int Y)</c> and <c>(int, int)</c> are the same type at run time.</summary>
internal static class TupleNames
{
    public static ITypeSymbol Remove(ITypeSymbol type, Compilation compilation)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                var element = Remove(array.ElementType, compilation);
                return ReferenceEquals(element, array.ElementType) ? array : compilation.CreateArrayTypeSymbol(element, array.Rank);
            case INamedTypeSymbol { IsTupleType: true, TupleUnderlyingType: { } underlying } tuple when !ReferenceEquals(underlying, tuple):
                return RemoveFromArguments(underlying, compilation);
            case INamedTypeSymbol { IsGenericType: true, IsUnboundGenericType: false } named:
                return RemoveFromArguments(named, compilation);
            default:
                return type;
        }
    }

    private static INamedTypeSymbol RemoveFromArguments(INamedTypeSymbol type, Compilation compilation)
    {
        var arguments = type.TypeArguments.Select(argument => Remove(argument, compilation)).ToArray();
        return type.ContainingType is { IsGenericType: true } || arguments.Zip(type.TypeArguments, ReferenceEquals).All(static isSame => isSame)
            ? type
            : type.ConstructedFrom.Construct(arguments);
    }
}
