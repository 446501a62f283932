using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Camunda.ExternalTask.CodeFixes;

/// <summary>Changes of declarations that several fixes make.</summary>
internal static class TypeEdits
{
    /// <summary>The declaration with <c>partial</c> before its keyword, where the language wants it.</summary>
    public static TypeDeclarationSyntax WithPartial(TypeDeclarationSyntax declaration)
    {
        if (declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return declaration;
        }

        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (declaration.Modifiers.Count > 0)
        {
            return (TypeDeclarationSyntax)declaration.WithModifiers(declaration.Modifiers.Add(partial));
        }

        partial = partial.WithLeadingTrivia(declaration.Keyword.LeadingTrivia);
        return (TypeDeclarationSyntax)declaration
            .WithKeyword(declaration.Keyword.WithLeadingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(partial));
    }

    /// <summary>An attribute; <see cref="FinishAsync"/> shortens and imports it.</summary>
    public static SyntaxNode Attribute(SyntaxGenerator generator, INamedTypeSymbol attributeClass, params SyntaxNode[] arguments) =>
        generator.Attribute(Type(generator, attributeClass), arguments.Length == 0 ? null : arguments).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>A type's name; <see cref="FinishAsync"/> shortens and imports it.</summary>
    public static SyntaxNode Type(SyntaxGenerator generator, ITypeSymbol type) =>
        generator.TypeExpression(type).WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);

    /// <summary>The changed document with the namespaces that its new names need.</summary>
    public static Task<Document> FinishAsync(DocumentEditor editor, CancellationToken cancellationToken) =>
        ImportAdder.AddImportsAsync(editor.GetChangedDocument(), Simplifier.AddImportsAnnotation, cancellationToken: cancellationToken);
}
