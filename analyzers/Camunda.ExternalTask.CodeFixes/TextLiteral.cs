using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.CodeFixes;

/// <summary>A string literal that a diagnostic stands at. A constant from elsewhere is none: changing it would change other places.</summary>
internal sealed class TextLiteral
{
    private readonly CodeFixContext _context;
    private readonly SyntaxNode _root;
    private readonly LiteralExpressionSyntax _literal;

    private TextLiteral(CodeFixContext context, SyntaxNode root, LiteralExpressionSyntax literal)
    {
        _context = context;
        _root = root;
        _literal = literal;
    }

    public string Text => _literal.Token.ValueText;

    public static async Task<TextLiteral?> FindAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        return root?.FindNode(context.Span, getInnermostNodeForTie: true) is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
            ? new(context, root, literal)
            : null;
    }

    public void RegisterReplacement(string text, string title, string equivalenceKey)
    {
        var replacement = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)).WithTriviaFrom(_literal);
        var document = _context.Document;
        var root = _root;
        var literal = _literal;
        _context.RegisterCodeFix(
            CodeAction.Create(title, _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(literal, replacement))), equivalenceKey),
            _context.Diagnostics);
    }
}
