using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Camunda.ExternalTask.CodeFixes.Editing;

/// <summary>Changes of syntax that several fixes make.</summary>
internal static class SyntaxEdits
{
    /// <summary>The declaration with <c>partial</c> before its keyword, the only place where the language allows it.</summary>
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

    /// <summary>An attribute at a place; <see cref="ChangeAsync"/> shortens and imports its name.</summary>
    public static SyntaxNode Attribute(DocumentEditor editor, SyntaxNode place, INamedTypeSymbol attributeClass, params SyntaxNode[] arguments) =>
        editor.Generator.Attribute(Type(editor, place, attributeClass), arguments.Length == 0 ? null : arguments)
            .WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>A type's name at a place; <see cref="ChangeAsync"/> shortens and imports it.</summary>
    public static SyntaxNode Type(DocumentEditor editor, SyntaxNode place, ITypeSymbol type)
    {
        var name = editor.Generator.TypeExpression(type).WithAdditionalAnnotations(Simplifier.Annotation);

        // Old compilers leave a blank line for an import that a global one makes unnecessary.
        return IsInScope(editor.SemanticModel, place.SpanStart, type) ? name : name.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation);
    }

    /// <summary>Changes a document, and imports the namespaces of its new names.</summary>
    public static async Task<Solution> ChangeAsync(Document document, Action<DocumentEditor> change, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        change(editor);
        var changed = await ImportAdder.AddImportsAsync(editor.GetChangedDocument(), Simplifier.AddImportsAnnotation, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return changed.Project.Solution;
    }

    private static bool IsInScope(SemanticModel model, int position, ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return IsInScope(model, position, array.ElementType);
            case INamedTypeSymbol { SpecialType: SpecialType.None } named:
                var outermost = named;
                while (outermost.ContainingType is { } container)
                {
                    outermost = container;
                }

                return named.TypeArguments.All(argument => IsInScope(model, position, argument))
                    && model.LookupNamespacesAndTypes(position, name: outermost.Name)
                        .Any(found => SymbolEqualityComparer.Default.Equals(found, outermost.OriginalDefinition));
            default:
                return true;
        }
    }
}
