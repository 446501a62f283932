using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Classifies the types in a handler's signature.</summary>
internal static class UserTypes
{
    /// <summary>Whether a type is a data type of this assembly that only lacks the attribute.</summary>
    public static bool IsData(INamedTypeSymbol type, ParsingContext context) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None, IsRefLikeType: false }
        && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Symbols.Compilation.Assembly);

    /// <summary>Whether a type implements an interface of the library.</summary>
    public static bool Implements(INamedTypeSymbol type, INamedTypeSymbol? contract)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, contract))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type is a BPMN error, by its base type or its attribute.</summary>
    public static bool IsBpmnError(INamedTypeSymbol type, ParsingContext context)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, context.Symbols.BpmnError)
                || AttributeReader.Find(current, context.Symbols.BpmnErrorAttribute, context.CancellationToken) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
