using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Makes an <c>async void</c> handle method return <see cref="Task"/>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnTaskCodeFix)), Shared]
public sealed class ReturnTaskCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.HandleAsyncVoid);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span) is MethodDeclarationSyntax method && model is not null
            && KnownSymbols.Of(model.Compilation)?.Task is { } task)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Return Task from '{method.Identifier.ValueText}'",
                    cancellationToken => ReturnAsync(context.Document, method, task, cancellationToken),
                    nameof(ReturnTaskCodeFix)),
                context.Diagnostics);
        }
    }

    private static async Task<Document> ReturnAsync(
        Document document, MethodDeclarationSyntax method, INamedTypeSymbol task, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        editor.ReplaceNode(method.ReturnType, TypeEdits.Type(editor, method, task).WithTriviaFrom(method.ReturnType));
        return await TypeEdits.FinishAsync(editor, cancellationToken).ConfigureAwait(false);
    }
}
