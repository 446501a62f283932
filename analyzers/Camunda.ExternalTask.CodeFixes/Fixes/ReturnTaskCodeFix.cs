using System.Composition;
using System.Linq;
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
    private protected override Edit? FindEdit(MethodDeclarationSyntax node, FixPlace place) => place.Symbols.Task is { } task && !IsBound(node, place)
        ? place.Change(
            $"Return Task from '{node.Identifier.ValueText}'",
            editor => editor.ReplaceNode(node.ReturnType, SyntaxEdits.Type(editor, node, task).WithTriviaFrom(node.ReturnType)))
        : null;

    // The base class or the interface determines the return type.
    private static bool IsBound(MethodDeclarationSyntax node, FixPlace place) =>
        place.Model.GetDeclaredSymbol(node, place.CancellationToken) is { } method
        && (method.IsOverride || method.IsVirtual || method.ContainingType.AllInterfaces.SelectMany(static implemented => implemented.GetMembers())
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)));
}
