using System.Collections.Concurrent;
using System.Threading;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Finds the serializer context of a declaration and the types that a context contains.</summary>
internal sealed class JsonContexts(KnownSymbols symbols)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, JsonRegistrations> _registrations = new(SymbolEqualityComparer.Default);

    /// <summary>The context of a type or of a containing type, or else that of the assembly; null if there is none.</summary>
    public static INamedTypeSymbol? Find(INamedTypeSymbol type, ParsingContext context)
    {
        var attributeClass = context.Symbols.JsonContextAttribute;
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (AttributeReader.Find(current, attributeClass, context.CancellationToken) is { FirstType: { } contextType })
            {
                return contextType;
            }
        }

        return AttributeReader.Find(type.ContainingAssembly, attributeClass, context.CancellationToken)?.FirstType;
    }

    /// <summary>Whether generated code of a type can use a context. Otherwise it reports a problem.</summary>
    public static bool IsUsable(INamedTypeSymbol contextType, INamedTypeSymbol within, ParsingContext context)
    {
        // The compiler reports a type that does not exist or is not accessible.
        if (contextType.TypeKind == TypeKind.Error)
        {
            return false;
        }

        if (!IsContext(contextType, context.Symbols))
        {
            context.Report(JsonRules.JsonContextInvalid, within, CSharpNames.Message(contextType));
            return false;
        }

        if (contextType.IsFileLocal || !context.Symbols.Compilation.IsSymbolAccessibleWithin(contextType, within))
        {
            context.Report(JsonRules.JsonContextNotAccessible, within, CSharpNames.Message(contextType));
            return false;
        }

        return true;
    }

    /// <summary>The registered types of a context, and the types that are reachable from them.</summary>
    public JsonRegistrations RegistrationsOf(INamedTypeSymbol contextType, CancellationToken cancellationToken) =>
        _registrations.GetOrAdd(contextType, type => JsonRegistrations.Of(type, symbols, cancellationToken));

    private static bool IsContext(INamedTypeSymbol type, KnownSymbols symbols)
    {
        for (var current = type.BaseType; current is not null && !type.IsAbstract && !type.IsGenericType; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, symbols.JsonSerializerContext))
            {
                return true;
            }
        }

        return false;
    }
}
