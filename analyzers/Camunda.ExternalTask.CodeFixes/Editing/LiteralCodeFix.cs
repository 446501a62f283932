using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.CodeFixes.Editing;

/// <summary>A fix that replaces the text of a string literal. It does not change a constant, because other code may use it as well.</summary>
public abstract class LiteralCodeFix : CodeFix
{
    private protected LiteralCodeFix(params DiagnosticDescriptor[] rules)
        : base(rules)
    {
    }

    private protected sealed override IEnumerable<Edit> FindEdits(FixPlace place)
    {
        if (place.NodeOf<LiteralExpressionSyntax>() is not { RawKind: (int)SyntaxKind.StringLiteralExpression } literal)
        {
            yield break;
        }

        foreach (var (text, title, key) in FindTexts(literal.Token.ValueText, place.Diagnostic))
        {
            var replacement = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)).WithTriviaFrom(literal);
            yield return place.Replace(literal, replacement, title, key);
        }
    }

    /// <summary>The texts to offer instead of the written one, with the titles of the changes and with keys if there are several.</summary>
    private protected abstract IEnumerable<(string Text, string Title, string? Key)> FindTexts(string written, Diagnostic diagnostic);
}
