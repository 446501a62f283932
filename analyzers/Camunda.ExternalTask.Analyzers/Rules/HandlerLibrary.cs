using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Camunda.ExternalTask.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>A referenced assembly with handlers.</summary>
/// <param name="Name">The name of the assembly.</param>
/// <param name="Method">The public method that registers them, or null if the assembly does not name one.</param>
/// <param name="Handlers">The handlers, at least one.</param>
internal sealed record HandlerLibrary(string Name, string? Method, IReadOnlyList<INamedTypeSymbol> Handlers)
{
    public static IReadOnlyList<HandlerLibrary> Find(KnownSymbols symbols, CancellationToken cancellationToken)
    {
        var libraries = new List<HandlerLibrary>();
        var runtime = symbols.HandlerAttribute!.ContainingAssembly;
        foreach (var assembly in symbols.Compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == runtime.Name)))
            {
                continue;
            }

            var handlers = TypesOf(assembly.GlobalNamespace, cancellationToken).Where(type => Has(type, symbols.HandlerAttribute)).ToList();
            if (handlers.Count > 0)
            {
                libraries.Add(new(assembly.Name, MethodOf(assembly, symbols), handlers));
            }
        }

        return libraries;
    }

    private static string? MethodOf(IAssemblySymbol assembly, KnownSymbols symbols) => assembly.GetAttributes()
        .Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.HandlersAttribute))
        .Select(static attribute => attribute.ConstructorArguments.Length == 1 ? attribute.ConstructorArguments[0].Value as string : null)
        .FirstOrDefault();

    private static bool Has(ISymbol symbol, INamedTypeSymbol? attribute) =>
        symbol.GetAttributes().Any(found => SymbolEqualityComparer.Default.Equals(found.AttributeClass, attribute));

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var nested in TypesOf(member, cancellationToken))
            {
                yield return nested;
            }
        }
    }
}
