using System.Composition;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Adds a handle method to a handler that has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CreateHandleMethodCodeFix)), Shared]
public sealed class CreateHandleMethodCodeFix() : NodeCodeFix<ClassDeclarationSyntax>(DeclarationRules.HandleMethodMissing)
{
    private protected override Edit? FindEdit(ClassDeclarationSyntax node, FixPlace place)
    {
        if (place.Symbols is not { Task: { } task, CancellationToken: { } token }
            || place.Model.Compilation.GetTypeByMetadataName("System.NotImplementedException") is not { } exception)
        {
            return null;
        }

        return place.Change("Add the method 'HandleAsync'", editor =>
        {
            var generator = editor.Generator;
            editor.AddMember(node, generator.MethodDeclaration(
                "HandleAsync",
                [generator.ParameterDeclaration("cancellationToken", SyntaxEdits.Type(editor, node, token))],
                returnType: SyntaxEdits.Type(editor, node, task),
                accessibility: Accessibility.Public,
                statements: [generator.ThrowStatement(generator.ObjectCreationExpression(SyntaxEdits.Type(editor, node, exception)))]));
        });
    }
}
