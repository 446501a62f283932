using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Names a serializer context for the assembly: one it has, or a new one in a file of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CreateJsonContextCodeFix)), Shared]
public sealed class CreateJsonContextCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.JsonContextMissing);

    /// <summary>None: a context for one property is a context for the assembly, and what it does not know yet is another rule's.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await JsonVariable.FindAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false)
            is not { Context: null } variable)
        {
            return;
        }

        var project = context.Document.Project;
        var existing = new List<INamedTypeSymbol>();
        FindContexts(variable.Symbols.Compilation.Assembly.GlobalNamespace, variable.Symbols, existing, context.CancellationToken);
        foreach (var jsonContext in existing)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Use '{Names.Message(jsonContext)}' for this assembly",
                    _ => Task.FromResult(NewJsonContext.Name(project, jsonContext)),
                    "Use" + Names.Code(jsonContext)),
                context.Diagnostics);
        }

        if (existing.Count == 0 && variable.IsAccessibleIn(variable.Symbols.Compilation.Assembly))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Create a serializer context with '{variable.TypeName}'",
                    _ => Task.FromResult(NewJsonContext.Create(context.Document, variable)),
                    "Create"),
                context.Diagnostics);
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
