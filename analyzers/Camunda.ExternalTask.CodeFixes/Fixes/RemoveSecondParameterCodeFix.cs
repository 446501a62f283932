using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Removes a second cancellation token or context; what used it uses the first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSecondParameterCodeFix)), Shared]
public sealed class RemoveSecondParameterCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.SeveralCancellationTokens, RuleIds.SeveralContexts);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span) is not ParameterSyntax { Parent.Parent: MethodDeclarationSyntax method } parameter || model is null
            || model.GetDeclaredSymbol(parameter, context.CancellationToken) is not { } second
            || FirstOfType(second) is not { } first)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Remove '{second.Name}' and use '{first.Name}'",
                cancellationToken => RemoveAsync(context.Document, model, method, parameter, second, first, cancellationToken),
                nameof(RemoveSecondParameterCodeFix)),
            context.Diagnostics);
    }

    private static IParameterSymbol? FirstOfType(IParameterSymbol second)
    {
        foreach (var parameter in ((IMethodSymbol)second.ContainingSymbol).Parameters)
        {
            if (parameter.Ordinal < second.Ordinal && SymbolEqualityComparer.Default.Equals(parameter.Type, second.Type))
            {
                return parameter;
            }
        }

        return null;
    }

    private static async Task<Document> RemoveAsync(
        Document document,
        SemanticModel model,
        MethodDeclarationSyntax method,
        ParameterSyntax parameter,
        IParameterSymbol second,
        IParameterSymbol first,
        CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        foreach (var use in UsesOf(second, method, model, cancellationToken))
        {
            editor.ReplaceNode(use, SyntaxFactory.IdentifierName(first.Name).WithTriviaFrom(use));
        }

        editor.RemoveNode(parameter);
        return editor.GetChangedDocument();
    }

    private static IEnumerable<IdentifierNameSyntax> UsesOf(
        IParameterSymbol parameter, MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in method.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, parameter))
            {
                yield return name;
            }
        }
    }
}
