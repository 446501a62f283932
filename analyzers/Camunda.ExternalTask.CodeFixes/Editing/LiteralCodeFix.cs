using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.CodeFixes.Editing;

/// <summary>A fix that replaces the text of a string literal, or the use of a constant by a literal.</summary>
/// <remarks>It does not change the constant, because other code may use it as well.</remarks>
public abstract class LiteralCodeFix : CodeFix
{
    private protected LiteralCodeFix(params DiagnosticDescriptor[] rules)
        : base(rules)
    {
    }

    private protected sealed override IEnumerable<Edit> FindEdits(FixPlace place)
    {
        if (place.NodeOf<ExpressionSyntax>() is not { } expression
            || expression is not (LiteralExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax)
            || place.Model.GetConstantValue(expression, place.CancellationToken).Value is not string written)
        {
            yield break;
        }

        foreach (var (text, title, key) in FindTexts(written, place.Diagnostic))
        {
            var replacement = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)).WithTriviaFrom(expression);
            yield return place.Replace(expression, replacement, title, key);
        }
    }

    /// <summary>The texts to offer instead of the written one, with the titles of the changes and with keys if there are several.</summary>
    private protected abstract IEnumerable<(string Text, string Title, string? Key)> FindTexts(string written, Diagnostic diagnostic);
}
