using System.Composition;
using System.Linq;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Moves a service from the handle method to the primary constructor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveParameterToConstructorCodeFix)), Shared]
public sealed class MoveParameterToConstructorCodeFix() : NodeCodeFix<ParameterSyntax>(DeclarationRules.HandleParameterUnsupported)
{
    /// <summary>None: several parameters of one method change the same lists.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override Edit? FindEdit(ParameterSyntax node, FixPlace place)
    {
        // A value belongs to the input, and a class with its own constructors needs a decision of the author.
        if (node is not { Modifiers.Count: 0, Default: null, Parent.Parent: MethodDeclarationSyntax { Parent: ClassDeclarationSyntax handler } method }
            || place.Model.GetDeclaredSymbol(node, place.CancellationToken) is not { Type: { IsReferenceType: true, SpecialType: SpecialType.None } } parameter
            || handler.Members.Any(static member => member is ConstructorDeclarationSyntax)
            || handler.ParameterList?.Parameters.Any(other => other.Identifier.ValueText == parameter.Name) == true
            || place.Model.GetDeclaredSymbol(handler, place.CancellationToken) is not { DeclaringSyntaxReferences.Length: 1 })
        {
            return null;
        }

        var moved = SyntaxFactory.Parameter(node.Identifier.WithoutTrivia()).WithType(node.Type!.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space));
        var without = handler.ReplaceNode(method, method.WithParameterList(method.ParameterList.WithParameters(method.ParameterList.Parameters.Remove(node))));
        var list = handler.ParameterList is { Parameters.Count: > 0 } existing
            ? existing.AddParameters(moved.WithLeadingTrivia(SyntaxFactory.Space))
            : SyntaxFactory.ParameterList(SyntaxFactory.SingletonSeparatedList(moved)).WithTrailingTrivia(handler.Identifier.TrailingTrivia);
        var identifier = handler.ParameterList is null ? without.Identifier.WithTrailingTrivia() : without.Identifier;
        return place.Replace(handler, without.WithIdentifier(identifier).WithParameterList(list), $"Move '{parameter.Name}' to the constructor");
    }
}
