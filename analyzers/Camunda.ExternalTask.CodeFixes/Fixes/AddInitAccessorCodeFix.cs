using System.Composition;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Adds an <c>init</c> accessor to a property of an input that cannot be set.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddInitAccessorCodeFix)), Shared]
public sealed class AddInitAccessorCodeFix() : NodeCodeFix<PropertyDeclarationSyntax>(VariableRules.PropertyNotSettable)
{
    private protected override Edit? FindEdit(PropertyDeclarationSyntax node, FixPlace place)
    {
        // A computed property, or one with an inaccessible setter, needs a decision of the author.
        if (node.AccessorList is not { Accessors: [{ Body: null, ExpressionBody: null } getter] } accessors || !getter.IsKind(SyntaxKind.GetAccessorDeclaration))
        {
            return null;
        }

        var init = SyntaxFactory.AccessorDeclaration(SyntaxKind.InitAccessorDeclaration)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithTrailingTrivia(getter.GetTrailingTrivia());
        var withInit = accessors.WithAccessors(SyntaxFactory.List([getter.WithTrailingTrivia(SyntaxFactory.Space), init]));
        return place.Replace(accessors, withInit, $"Add an init accessor to '{node.Identifier.ValueText}'");
    }
}
