using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Removes a setting of <c>[Variable]</c> that has no effect, and the attribute if it says nothing else.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSettingCodeFix)), Shared]
public sealed class RemoveSettingCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.SettingWithoutEffect);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var argument = root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeArgumentSyntax>();
        if (argument is { NameEquals.Name.Identifier.ValueText: var setting, Parent: AttributeArgumentListSyntax { Parent: AttributeSyntax attribute } arguments })
        {
            SyntaxNode removed = arguments.Arguments.Count > 1 ? argument
                : attribute.Parent is AttributeListSyntax { Attributes.Count: 1 } list ? list
                : attribute;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Remove '{setting}'",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(Remove(root!, removed))),
                    nameof(RemoveSettingCodeFix)),
                context.Diagnostics);
        }
    }

    // What stands before a list of attributes (documentation, comments) belongs to the declaration.
    private static SyntaxNode Remove(SyntaxNode root, SyntaxNode removed)
    {
        var owner = removed is AttributeListSyntax ? removed.Parent! : removed.Parent!.Parent!;
        var changed = owner.RemoveNode(removed, SyntaxRemoveOptions.KeepNoTrivia)!;
        return root.ReplaceNode(owner, changed.WithLeadingTrivia(owner.GetLeadingTrivia()));
    }
}
