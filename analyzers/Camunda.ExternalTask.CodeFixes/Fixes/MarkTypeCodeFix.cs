using System.Collections.Generic;
using System.Composition;
using Camunda.ExternalTask.Analyzers.Contracts;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Adds <c>[TaskInput]</c> or <c>[TaskOutput]</c> to the type that a handle method takes or returns, and makes it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkTypeCodeFix)), Shared]
public sealed class MarkTypeCodeFix() : CodeFix(DeclarationRules.InputTypeNotMarked, DeclarationRules.OutputTypeNotMarked)
{
    private protected override IEnumerable<Edit> FindEdits(FixPlace place)
    {
        var symbols = place.Symbols;
        var (type, attributeClass, name) = place.Model.GetDeclaredSymbol(place.Node, place.CancellationToken) switch
        {
            IParameterSymbol parameter => (parameter.Type as INamedTypeSymbol, symbols.TaskInputAttribute, "TaskInput"),
            IMethodSymbol method => (HandleMethods.OutputOf(method, symbols), symbols.TaskOutputAttribute, "TaskOutput"),
            _ => default,
        };

        if (attributeClass is not null && type is { DeclaringSyntaxReferences: [var reference, ..] }
            && reference.GetSyntax(place.CancellationToken) is TypeDeclarationSyntax declaration
            && place.Solution.GetDocument(declaration.SyntaxTree) is { } document)
        {
            yield return new(
                $"Add [{name}] to '{type.Name}'",
                cancellationToken => SyntaxEdits.ChangeAsync(
                    document,
                    editor => editor.ReplaceNode(
                        declaration,
                        editor.Generator.AddAttributes(SyntaxEdits.WithPartial(declaration), SyntaxEdits.Attribute(editor, declaration, attributeClass))),
                    cancellationToken),
                name);
        }
    }
}
