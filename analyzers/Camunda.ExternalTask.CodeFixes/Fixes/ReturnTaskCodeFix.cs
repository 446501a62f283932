using System.Composition;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Makes an <c>async void</c> handle method return <see cref="System.Threading.Tasks.Task"/>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnTaskCodeFix)), Shared]
public sealed class ReturnTaskCodeFix() : NodeCodeFix<MethodDeclarationSyntax>(AsyncRules.HandleAsyncVoid)
{
    private protected override Edit? FindEdit(MethodDeclarationSyntax node, FixPlace place) => place.Symbols.Task is { } task
        ? place.Change(
            $"Return Task from '{node.Identifier.ValueText}'",
            editor => editor.ReplaceNode(node.ReturnType, SyntaxEdits.Type(editor, node, task).WithTriviaFrom(node.ReturnType)))
        : null;
}
