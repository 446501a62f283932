using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Camunda.ExternalTask.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Editing;

/// <summary>Fixes the diagnostics of some rules by changes that do not depend on each other.</summary>
public abstract class CodeFix : CodeFixProvider
{
    private protected CodeFix(params DiagnosticDescriptor[] rules) => FixableDiagnosticIds = rules.Select(static rule => rule.Id).ToImmutableArray();

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null || KnownSymbols.Of(model.Compilation) is not { } symbols)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var edit in FindEdits(new(context.Document, root, model, symbols, diagnostic, context.CancellationToken)))
            {
                context.RegisterCodeFix(CodeAction.Create(edit.Title, edit.ApplyAsync, edit.Key ?? GetType().Name), diagnostic);
            }
        }
    }

    /// <summary>The changes to offer, the best first; none if the code is not what the rule expects.</summary>
    private protected abstract IEnumerable<Edit> FindEdits(FixPlace place);
}
