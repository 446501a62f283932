using System;
using System.Collections.Generic;
using System.Threading;
using Camunda.ExternalTask.Analyzers.Contracts;
using Camunda.ExternalTask.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>The names that an attribute sets somewhere in the project: a name that has a declaration is not what another one means.</summary>
/// <remarks>It looks at all types, but only once, and only if a name is similar to another.</remarks>
internal sealed class DeclaredNames(KnownSymbols symbols)
{
    private readonly Dictionary<INamedTypeSymbol, HashSet<string>> _names = new(SymbolEqualityComparer.Default);

    public bool Contains(string name, INamedTypeSymbol? attributeClass, CancellationToken cancellationToken)
    {
        if (attributeClass is null)
        {
            return false;
        }

        lock (_names)
        {
            if (!_names.TryGetValue(attributeClass, out var names))
            {
                names = Find(attributeClass, cancellationToken);
                _names.Add(attributeClass, names);
            }

            return names.Contains(name);
        }
    }

    private HashSet<string> Find(INamedTypeSymbol attributeClass, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in HandlerContracts.TypesOf(symbols.Compilation.Assembly.GlobalNamespace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (AttributeReader.Find(type, attributeClass, cancellationToken)?.First.Value is { } name)
            {
                names.Add(name);
            }
        }

        return names;
    }
}
