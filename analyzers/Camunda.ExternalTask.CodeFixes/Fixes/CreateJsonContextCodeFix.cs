using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.CodeFixes.Json;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Sets the serializer context of the assembly: an existing one, or a new one in a new file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CreateJsonContextCodeFix)), Shared]
public sealed class CreateJsonContextCodeFix() : CodeFix(JsonRules.JsonContextMissing)
{
    /// <summary>None: the fix for one property sets the context of the whole assembly, and another rule reports the types that it lacks.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override IEnumerable<Edit> FindEdits(FixPlace place)
    {
        if (JsonVariable.At(place.Node, place.Model, place.Symbols, place.CancellationToken) is not { Context: null } variable)
        {
            yield break;
        }

        var existing = new List<INamedTypeSymbol>();
        FindContexts(variable.Symbols.Compilation.Assembly.GlobalNamespace, variable.Symbols, existing, place.CancellationToken);
        foreach (var jsonContext in existing)
        {
            yield return new(
                $"Use '{CSharpNames.Message(jsonContext)}' for this assembly",
                _ => Task.FromResult(NewJsonContext.Name(place.Document.Project, jsonContext)),
                "Use" + CSharpNames.Code(jsonContext));
        }

        if (existing.Count == 0 && variable.IsAccessibleIn(variable.Symbols.Compilation.Assembly))
        {
            yield return new(
                $"Create a serializer context for '{variable.TypeName}'",
                _ => Task.FromResult(NewJsonContext.Create(place.Document, variable)),
                "Create");
        }
    }

    private static void FindContexts(INamespaceOrTypeSymbol container, KnownSymbols symbols, List<INamedTypeSymbol> found, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol inner)
            {
                continue;
            }

            if (inner is INamedTypeSymbol { IsAbstract: false, IsGenericType: false, IsFileLocal: false } type
                && SymbolEqualityComparer.Default.Equals(type.BaseType, symbols.JsonSerializerContext)
                && symbols.Compilation.IsSymbolAccessibleWithin(type, symbols.Compilation.Assembly))
            {
                found.Add(type);
            }

            FindContexts(inner, symbols, found, cancellationToken);
        }
    }
}
