using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Collects the properties of a type that can be variables.</summary>
internal static class PropertyCollector
{
    /// <summary>
    /// Public instance properties in the order of declaration, those of base types first. Of hidden and overridden properties it contains the last.
    /// Other properties are included if the type marks them with an attribute of the library, or if an input cannot be created without them.
    /// </summary>
    public static List<IPropertySymbol> Of(INamedTypeSymbol type, TypeRole role, ParsingContext context)
    {
        var types = new List<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (role == TypeRole.BpmnError && (!ReferenceEquals(current, type) && IsError(current, context)))
            {
                break;
            }

            types.Insert(0, current);
        }

        var properties = new List<IPropertySymbol>();
        foreach (var current in types)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol property && Counts(property, type, role, context))
                {
                    properties.RemoveAll(other => other.Name == property.Name);
                    properties.Add(property);
                }
            }
        }

        return properties;
    }

    private static bool IsError(INamedTypeSymbol type, ParsingContext context) =>
        SymbolEqualityComparer.Default.Equals(type, context.Symbols.BpmnError)
        || AttributeReader.Find(type, context.Symbols.BpmnErrorAttribute, context.CancellationToken) is not null;

    private static bool Counts(IPropertySymbol property, INamedTypeSymbol type, TypeRole role, ParsingContext context)
    {
        // The code and the message of an error are not variables.
        if (role == TypeRole.BpmnError && property.Name is "ErrorCode" or "ErrorMessage" or "Variables")
        {
            return false;
        }

        if (property.IsStatic || property.IsIndexer || property.Name.Length == 0 || !property.ExplicitInterfaceImplementations.IsEmpty)
        {
            return false;
        }

        if (SymbolEqualityComparer.Default.Equals(property.ContainingAssembly, type.ContainingAssembly) && !GeneratedParts.IsWritten(property))
        {
            return false;
        }

        return property.DeclaredAccessibility == Accessibility.Public
            || (role == TypeRole.Input && property.IsRequired)
            || (SymbolEqualityComparer.Default.Equals(property.ContainingType, type) && PropertyAttributes.Of(property, null, context).Count > 0);
    }
}
