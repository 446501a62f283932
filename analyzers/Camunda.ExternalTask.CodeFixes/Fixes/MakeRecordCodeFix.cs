using System.Composition;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Makes a BPMN error a record.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeRecordCodeFix)), Shared]
public sealed class MakeRecordCodeFix() : NodeCodeFix<ClassDeclarationSyntax>(ErrorRules.ErrorNotRecord)
{
    private protected override Edit? FindEdit(ClassDeclarationSyntax node, FixPlace place)
    {
        // Each part and each type of a hierarchy must be a record.
        if (place.Model.GetDeclaredSymbol(node, place.CancellationToken) is not { BaseType.SpecialType: SpecialType.System_Object, DeclaringSyntaxReferences.Length: 1 } type)
        {
            return null;
        }

        var keyword = SyntaxFactory.Token(SyntaxKind.RecordKeyword).WithTriviaFrom(node.Keyword);
        var record = SyntaxFactory.RecordDeclaration(
            SyntaxKind.RecordDeclaration, node.AttributeLists, node.Modifiers, keyword, default, node.Identifier, node.TypeParameterList, node.ParameterList, node.BaseList,
            node.ConstraintClauses, node.OpenBraceToken, node.Members, node.CloseBraceToken, node.SemicolonToken);
        return place.Replace(node, record, $"Make '{type.Name}' a record");
    }
}
