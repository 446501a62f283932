using System.Composition;
using System.Threading.Tasks;
using Camunda.ExternalTask.CodeFixes.NewHandlers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.CodeFixes.Refactorings;

/// <summary>Replaces the literal in an attribute by the constant of a model.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(UseConstantRefactoring)), Shared]
public sealed class UseConstantRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || root.FindNode(context.Span, getInnermostNodeForTie: true) is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
            || GroupOf(literal.FirstAncestorOrSelf<AttributeSyntax>()) is not { } group
            || await document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation
            || ModelConstants.Find(compilation, group, literal.Token.ValueText, path: null) is not { } constant)
        {
            return;
        }

        var code = constant.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        context.RegisterRefactoring(CodeAction.Create(
            $"Use '{code}'",
            _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(literal, SyntaxFactory.ParseExpression(code).WithTriviaFrom(literal)))),
            nameof(UseConstantRefactoring)));
    }

    private static string? GroupOf(AttributeSyntax? attribute) => attribute?.Name.ToString() switch
    {
        "ExternalTaskHandler" => "Topics",
        "BpmnError" or "ReportsBpmnError" => "ErrorCodes",
        "ProcessStart" => "Processes",
        "Message" => "Messages",
        "Variable" => "Variables",
        _ => null,
    };
}
