using System.Composition;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Removes a setting of <c>[Variable]</c> that has no effect, and the attribute if it has no other argument.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSettingCodeFix)), Shared]
public sealed class RemoveSettingCodeFix() : NodeCodeFix<ExpressionSyntax>(VariableRules.SettingWithoutEffect)
{
    private protected override Edit? FindEdit(ExpressionSyntax node, FixPlace place)
    {
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not
            { NameEquals.Name.Identifier.ValueText: var setting, Parent: AttributeArgumentListSyntax { Parent: AttributeSyntax attribute } arguments } argument)
        {
            return null;
        }

        SyntaxNode removed = arguments.Arguments.Count > 1 ? argument
            : attribute.Parent is AttributeListSyntax { Attributes.Count: 1 } list ? list
            : attribute;

        // Documentation and comments before a list of attributes belong to the declaration.
        var owner = removed is AttributeListSyntax ? removed.Parent! : removed.Parent!.Parent!;
        var changed = owner.RemoveNode(removed, SyntaxRemoveOptions.KeepNoTrivia)!;
        return place.Replace(owner, changed.WithLeadingTrivia(owner.GetLeadingTrivia()), $"Remove '{setting}'");
    }
}
