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

                editor.RemoveNode(node);
            });
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
