using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Contracts;

/// <summary>Finds the symbols of a handler model, which contains none.</summary>
internal static class HandleMethods
{
    /// <summary>The method that handles a task, of the class or of the nearest base class that has one.</summary>
    public static IMethodSymbol? Of(INamedTypeSymbol type, HandlerModel handler)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(handler.Method.Name))
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
                {
                    return method;
                }
            }
        }

        return null;
    }

    /// <summary>The output type of a handle method, unwrapped from tasks and outcomes; null without output.</summary>
    public static INamedTypeSymbol? OutputOf(IMethodSymbol method, KnownSymbols symbols)
    {
        var type = method.ReturnType as INamedTypeSymbol;
        while (type is { TypeArguments.Length: 1 } wrapper
            && (Is(wrapper, symbols.TaskOfResult) || Is(wrapper, symbols.ValueTaskOfResult) || Is(wrapper, symbols.TaskOutcomeOfOutput)))
        {
            type = wrapper.TypeArguments[0] as INamedTypeSymbol;
        }

        return type;

        static bool Is(INamedTypeSymbol type, INamedTypeSymbol? other) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, other);
    }
}
