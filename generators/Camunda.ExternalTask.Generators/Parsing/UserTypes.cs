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

    /// <summary>Whether a type itself can be read. A type that only derives from an input cannot.</summary>
    public static bool IsInput(INamedTypeSymbol type, KnownSymbols symbols)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, symbols.TaskInput)
                && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type of this assembly only derives from an output, whose generated part does not write the properties of the type.</summary>
    public static bool OnlyDerivesFromOutput(INamedTypeSymbol type, ParsingContext context)
    {
        var symbols = context.Symbols;
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, symbols.Compilation.Assembly)
            || GeneratedParts.HasWrittenImplementation(type, symbols.TaskOutput, "WriteVariables"))
        {
            return false;
        }

        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (AttributeReader.Find(current, symbols.TaskOutputAttribute, context.CancellationToken) is not null)
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
