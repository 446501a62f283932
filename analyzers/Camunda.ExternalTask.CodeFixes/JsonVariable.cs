using System.Threading;
using System.Threading.Tasks;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.CodeFixes;

/// <summary>A property that travels as JSON: what a serializer has to know, and the context that should know it.</summary>
internal sealed record JsonVariable(IPropertySymbol Property, ITypeSymbol Type, INamedTypeSymbol? Context, KnownSymbols Symbols)
{
    public string TypeName => Names.Message(Type);

    /// <summary>Whether an attribute there can name the type.</summary>
    public bool IsAccessibleIn(ISymbol within) => Symbols.Compilation.IsSymbolAccessibleWithin(Type, within);

    /// <summary>The property that a diagnostic stands at.</summary>
    public static async Task<JsonVariable?> FindAsync(Document document, TextSpan place, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || KnownSymbols.Of(model.Compilation) is not { } symbols
            || PropertyOf(model.GetDeclaredSymbol(root.FindNode(place), cancellationToken)) is not { } property)
        {
            return null;
        }

        var context = JsonContexts.Find(property.ContainingType, new(symbols, null, cancellationToken));
        return new(property, TypeOf(property, symbols), context, symbols);
    }

    // A positional record's property stands where the parameter does.
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
