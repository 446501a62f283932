using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Removes a second cancellation token or context, and uses the first instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSecondParameterCodeFix)), Shared]
public sealed class RemoveSecondParameterCodeFix()
    : NodeCodeFix<ParameterSyntax>(DeclarationRules.SeveralCancellationTokens, DeclarationRules.SeveralContexts)
{
    private protected override Edit? FindEdit(ParameterSyntax node, FixPlace place)
    {
        if (node.Parent?.Parent is not MethodDeclarationSyntax method
            || place.Model.GetDeclaredSymbol(node, place.CancellationToken) is not { } second
            || FirstOfType(second) is not { } first)
        {
            return null;
        }

        var uses = UsesOf(second, method, place.Model, place.CancellationToken).ToList();
        return place.Change(
            $"Remove '{second.Name}' and use '{first.Name}'",
            editor =>
            {
                foreach (var use in uses)
                {
                    editor.ReplaceNode(use, SyntaxFactory.IdentifierName(first.Name).WithTriviaFrom(use));
                }

                foreach (var comment in CommentsOn(method, second.Name))
                {
                    editor.RemoveNode(comment, SyntaxRemoveOptions.KeepNoTrivia);
                }

                editor.RemoveNode(node);
            });
    }

    // The element and the line break before it, or after it if it is the first.
    private static IEnumerable<SyntaxNode> CommentsOn(MethodDeclarationSyntax method, string parameter)
    {
        foreach (var comment in method.GetLeadingTrivia().Select(static trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>())
        {
            for (var i = 1; i < comment.Content.Count - 1; i++)
            {
                if (comment.Content[i] is XmlElementSyntax { StartTag: { Name.LocalName.ValueText: "param" } start }
                    && start.Attributes.OfType<XmlNameAttributeSyntax>().Any(name => name.Identifier.Identifier.ValueText == parameter))
                {
                    yield return comment.Content[i];
                    yield return comment.Content[i > 1 ? i - 1 : i + 1];
                }
            }
        }
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
