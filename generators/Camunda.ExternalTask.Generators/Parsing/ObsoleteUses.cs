using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Finds obsolete members that generated code uses.</summary>
/// <remarks>
/// The use can be an error, which no pragma disables, except in members that are obsolete as well. Only such members of the user can name an obsolete
/// type, so it is enough to look at the members and not at all types in their signatures.
/// </remarks>
internal static class ObsoleteUses
{
    public static bool Is(ISymbol symbol, ParsingContext context) =>
        AttributeReader.Find(symbol, context.Symbols.ObsoleteAttribute, context.CancellationToken) is not null;

    /// <summary>Whether a type, or a type that contains it, is obsolete.</summary>
    public static bool IsObsoleteType(INamedTypeSymbol type, ParsingContext context)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (Is(current, context))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a constructor, a handle method or an error type of a handler is obsolete.</summary>
    public static bool IsIn(INamedTypeSymbol handler, ParsingContext context)
    {
        foreach (var constructor in handler.InstanceConstructors)
        {
            if (Is(constructor, context))
            {
                return true;
            }
        }

        for (var current = handler; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var name in HandleMethodParser.Names)
            {
                foreach (var method in current.GetMembers(name))
                {
                    if (Is(method, context))
                    {
                        return true;
                    }
                }
            }
        }

        foreach (var nested in handler.GetTypeMembers())
        {
            if (Is(nested, context))
            {
                return true;
            }
        }

        return ReportsObsolete(handler, context);
    }

    private static bool ReportsObsolete(INamedTypeSymbol handler, ParsingContext context)
    {
        foreach (var reported in AttributeReader.FindAll(handler, context.Symbols.ReportsBpmnErrorAttribute, context.CancellationToken))
        {
            if (reported.FirstType is { } type && IsObsoleteType(type, context))
            {
                return true;
            }
        }

        return false;
    }
}
