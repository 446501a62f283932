using System.Composition;
using System.Threading.Tasks;
using Camunda.ExternalTask.CodeFixes.NewHandlers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.CodeFixes.Refactorings;

/// <summary>Creates the handler of a topic, offered at a constant or literal with a topic that has no handler.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(CreateHandlerRefactoring)), Shared]
public sealed class CreateHandlerRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var token = context.CancellationToken;
        var root = await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        var expression = root?.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>();
        while (expression?.Parent is MemberAccessExpressionSyntax outer)
        {
            expression = outer;
        }

        if (expression is not (LiteralExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax)
            || await context.Document.GetSemanticModelAsync(token).ConfigureAwait(false) is not { } model
            || model.GetConstantValue(expression, token).Value is not string { Length: > 0 } topic
            || await ProjectTasks.OfAsync(context.Document.Project, token).ConfigureAwait(false) is not { } tasks
            || !tasks.LacksHandlerOf(topic))
        {
            return;
        }

        context.RegisterRefactoring(CodeAction.Create(
            $"Create a handler for '{topic}'",
            cancellationToken => NewHandlerDocument.AddAsync(tasks, topic, context.Document, cancellationToken),
            nameof(CreateHandlerRefactoring)));
    }
}
