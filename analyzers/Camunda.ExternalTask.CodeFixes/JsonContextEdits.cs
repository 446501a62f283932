using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Camunda.ExternalTask.CodeFixes;

/// <summary>Changes of a source-generated serializer context.</summary>
internal static class JsonContextEdits
{
    /// <summary>The declaration that takes attributes, or null if there is none in the solution.</summary>
    /// <remarks>
    /// It is the one that has some. The generator of System.Text.Json writes one file for each declaration with an attribute, under one and
    /// the same name: a second one makes it fail (dotnet/runtime issue 99669).
    /// </remarks>
    public static async Task<ClassDeclarationSyntax?> FindDeclarationAsync(INamedTypeSymbol jsonContext, Solution solution, CancellationToken cancellationToken)
    {
        ClassDeclarationSyntax? first = null;
        foreach (var reference in jsonContext.DeclaringSyntaxReferences)
        {
            if (solution.GetDocument(reference.SyntaxTree) is null or SourceGeneratedDocument
                || await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not ClassDeclarationSyntax declaration)
            {
                continue;
            }

            if (HasRegistration(declaration))
            {
                return declaration;
            }

            first ??= declaration;
        }

        return first;
    }

    /// <summary>Adds registrations to a context, sorted by name and each once.</summary>
    public static async Task<Solution> RegisterAsync(
        Solution solution, INamedTypeSymbol jsonContext, IEnumerable<ITypeSymbol> types, CancellationToken cancellationToken)
    {
        if (await FindDeclarationAsync(jsonContext, solution, cancellationToken).ConfigureAwait(false) is not { } declaration
            || solution.GetDocument(declaration.SyntaxTree) is not { } document
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || KnownSymbols.Of(model.Compilation)?.JsonSerializableAttribute is not { } attributeClass)
        {
            return solution;
        }

        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        foreach (var type in Sorted(types))
        {
            editor.AddAttribute(declaration, Registration(editor, declaration, attributeClass, type));
        }

        return (await TypeEdits.FinishAsync(editor, cancellationToken).ConfigureAwait(false)).Project.Solution;
    }

    private static SyntaxNode Registration(DocumentEditor editor, SyntaxNode declaration, INamedTypeSymbol attributeClass, ITypeSymbol type)
    {
        var typeOf = editor.Generator.TypeOfExpression(TypeEdits.Type(editor, declaration, type));
        return TypeEdits.Attribute(editor, declaration, attributeClass, editor.Generator.AttributeArgument(typeOf));
    }

    private static IEnumerable<ITypeSymbol> Sorted(IEnumerable<ITypeSymbol> types)
    {
        var sorted = new SortedDictionary<string, ITypeSymbol>(System.StringComparer.Ordinal);
        foreach (var type in types)
        {
            sorted[Names.Code(type)] = type;
        }

        return sorted.Values;
    }

    private static bool HasRegistration(ClassDeclarationSyntax declaration)
    {
        foreach (var list in declaration.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (attribute.Name.ToString() is { } name && (name.EndsWith("JsonSerializable") || name.EndsWith("JsonSerializableAttribute")))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
