using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Locates parts of declarations.</summary>
internal static class Declarations
{
    /// <summary>Whether a place is in a type's declaration, in any of its parts.</summary>
    public static bool IsIn(INamedTypeSymbol type, Location place)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == place.SourceTree && reference.Span.Contains(place.SourceSpan))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a place can be reported. In an editor, symbols of other projects have locations as well, and reporting one throws.</summary>
    public static bool IsIn(Compilation compilation, Location place) => place.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree);

    /// <summary>The location of a property of a type or of its base types; null if it is not in this project.</summary>
    public static Location? PlaceOf(INamedTypeSymbol type, string property, Compilation compilation)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(property))
            {
                if (member is IPropertySymbol { Locations: [var place, ..] } && IsIn(compilation, place))
                {
                    return place;
                }
            }
        }

        return null;
    }
}
