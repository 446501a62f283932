using System.Collections.Generic;
using System.Threading;
using Camunda.ExternalTask.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>
/// Reads an expression without a constant value, because it uses constants that are not generated yet. The result contains the names of these
/// constants, also in concatenations, interpolations, other constants, aliases and <c>using static</c>.
/// </summary>
internal sealed class UnknownConstant
{
    // Constants of the user can refer to each other, even in a cycle.
    private const int MaxDepth = 8;

    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly List<ConstantTerm> _terms = [];

    private UnknownConstant(Compilation compilation, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The text with its value or with its terms; null if it cannot be a text.</summary>
    public static ConstantText? Read(ExpressionSyntax expression, ISymbol target, CancellationToken cancellationToken)
    {
        var assembly = target as ISourceAssemblySymbol ?? target.ContainingAssembly as ISourceAssemblySymbol;
        if (assembly is null)
        {
            return null;
        }

        var constant = new UnknownConstant(assembly.Compilation, cancellationToken);
        return constant.Add(expression, 0) ? ConstantText.Of(constant._terms) : null;
    }

    private bool Add(ExpressionSyntax expression, int depth)
    {
        if (depth > MaxDepth || !_compilation.ContainsSyntaxTree(expression.SyntaxTree))
        {
            return false;
        }

        var model = _compilation.GetSemanticModel(expression.SyntaxTree);
        if (model.GetConstantValue(expression, _cancellationToken) is { HasValue: true, Value: string text })
        {
            _terms.Add(new(text, IsName: false));
            return true;
        }

        return expression switch
        {
            ParenthesizedExpressionSyntax parenthesized => Add(parenthesized.Expression, depth),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Add(sum.Left, depth) && Add(sum.Right, depth),
            InterpolatedStringExpressionSyntax interpolated => AddParts(interpolated, depth),
            IdentifierNameSyntax or MemberAccessExpressionSyntax => AddName(expression, model, depth),
            _ => false,
        };
    }

    private bool AddParts(InterpolatedStringExpressionSyntax interpolated, int depth)
    {
        foreach (var part in interpolated.Contents)
        {
            switch (part)
            {
                case InterpolatedStringTextSyntax text:
                    _terms.Add(new(text.TextToken.ValueText, IsName: false));
                    break;
                case InterpolationSyntax { AlignmentClause: null, FormatClause: null } interpolation when Add(interpolation.Expression, depth):
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private bool AddName(ExpressionSyntax expression, SemanticModel model, int depth)
    {
        if (model.GetSymbolInfo(expression, _cancellationToken).Symbol is not IFieldSymbol { IsConst: true } field)
        {
            _terms.Add(new(WithUsings(expression), IsName: true));
            return true;
        }

        foreach (var reference in field.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(_cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value })
            {
                return Add(value, depth + 1);
            }
        }

        return false;
    }

    // The name with a resolved alias, or qualified with each type of a <c>using static</c>.
    private static string WithUsings(ExpressionSyntax expression)
    {
        var name = expression.WithoutTrivia().ToString();
        var dot = name.IndexOf('.');
        var first = dot < 0 ? name : name.Substring(0, dot);
        var names = new List<string>();
        foreach (var directive in UsingsAround(expression))
        {
            if (directive.Alias?.Name.Identifier.ValueText == first)
            {
                return directive.NamespaceOrType + name.Substring(first.Length);
            }

            if (dot < 0 && directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword))
            {
                names.Add($"{directive.NamespaceOrType}.{name}");
            }
        }

        names.Add(name);
        return string.Join("|", names);
    }

    private static IEnumerable<UsingDirectiveSyntax> UsingsAround(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            var usings = current switch
            {
                CompilationUnitSyntax unit => unit.Usings,
                BaseNamespaceDeclarationSyntax @namespace => @namespace.Usings,
                _ => default,
            };
            foreach (var directive in usings)
            {
                yield return directive;
            }
        }
    }
}
