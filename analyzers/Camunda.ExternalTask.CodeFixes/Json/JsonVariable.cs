using System.Threading;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.CodeFixes.Json;

/// <summary>A property that is serialized as JSON, with the type to register and the serializer context to register it in.</summary>
internal sealed record JsonVariable(IPropertySymbol Property, ITypeSymbol Type, INamedTypeSymbol? Context, KnownSymbols Symbols)
{
    public string TypeName => CSharpNames.Message(Type);

    /// <summary>Whether an attribute at a symbol can use the type.</summary>
    public bool IsAccessibleIn(ISymbol within) => Symbols.Compilation.IsSymbolAccessibleWithin(Type, within);

    /// <summary>The property at a place, or null.</summary>
    public static JsonVariable? At(SyntaxNode node, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        if (PropertyOf(model.GetDeclaredSymbol(node, cancellationToken)) is not { } property)
        {
            return null;
        }

        var context = JsonContexts.Find(property.ContainingType, new(symbols, null, cancellationToken));
        return new(property, TypeOf(property, symbols), context, symbols);
    }

    // The property of a positional record is declared by a parameter.
    private static IPropertySymbol? PropertyOf(ISymbol? declared) => declared switch
    {
        IPropertySymbol property => property,
        IParameterSymbol parameter => parameter.ContainingType.GetMembers(parameter.Name) is [IPropertySymbol property, ..] ? property : null,
        _ => null,
    };

    private static ITypeSymbol TypeOf(IPropertySymbol property, KnownSymbols symbols)
    {
        var type = property.Type;
        if (type is INamedTypeSymbol { TypeArguments.Length: 1 } optional && SymbolEqualityComparer.Default.Equals(optional.OriginalDefinition, symbols.Optional))
        {
            type = optional.TypeArguments[0];
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
    }
}
