using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Adds an <c>init</c> accessor to a property of an input that cannot be set.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddInitAccessorCodeFix)), Shared]
public sealed class AddInitAccessorCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.PropertyNotSettable);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // A computed property or one with a setter out of reach needs a thought, not an accessor.
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span) is not PropertyDeclarationSyntax { AccessorList: { Accessors: [{ Body: null, ExpressionBody: null } getter] } accessors } property
            || !getter.IsKind(SyntaxKind.GetAccessorDeclaration))
        {
            return;
        }

        var init = SyntaxFactory.AccessorDeclaration(SyntaxKind.InitAccessorDeclaration)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithTrailingTrivia(getter.GetTrailingTrivia());
        var withInit = accessors.WithAccessors(SyntaxFactory.List([getter.WithTrailingTrivia(SyntaxFactory.Space), init]));
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Add an init accessor to '{property.Identifier.ValueText}'",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(accessors, withInit))),
                nameof(AddInitAccessorCodeFix)),
            context.Diagnostics);
    }
}
