using System.Composition;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Makes a private or protected handler internal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeInternalCodeFix)), Shared]
public sealed class MakeInternalCodeFix() : NodeCodeFix<ClassDeclarationSyntax>(DeclarationRules.HandlerNotAccessible)
{
    private protected override Edit? FindEdit(ClassDeclarationSyntax node, FixPlace place) =>
        place.Model.GetDeclaredSymbol(node, place.CancellationToken) is
            { DeclaredAccessibility: Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal, DeclaringSyntaxReferences.Length: 1 } type
            ? place.Change($"Make '{type.Name}' internal", editor => editor.ReplaceNode(node, editor.Generator.WithAccessibility(node, Accessibility.Internal)))
            : null;
}
