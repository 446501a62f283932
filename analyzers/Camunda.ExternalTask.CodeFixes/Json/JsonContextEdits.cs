using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Camunda.ExternalTask.CodeFixes.Json;

/// <summary>Changes of a source-generated serializer context.</summary>
internal static class JsonContextEdits
{
    /// <summary>The declaration to add attributes to, or null if the solution has none.</summary>
    /// <remarks>
    /// It is the declaration that already has such attributes. The generator of System.Text.Json writes a file per declaration with an attribute,
    /// always with the same name, so a second declaration makes it fail (dotnet/runtime issue 99669).
    /// </remarks>
    public static ClassDeclarationSyntax? FindDeclaration(INamedTypeSymbol jsonContext, Solution solution, CancellationToken cancellationToken)
    {
        ClassDeclarationSyntax? first = null;
        foreach (var reference in jsonContext.DeclaringSyntaxReferences)
        {
            if (solution.GetDocument(reference.SyntaxTree) is null or SourceGeneratedDocument
                || reference.GetSyntax(cancellationToken) is not ClassDeclarationSyntax declaration)
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
        if (FindDeclaration(jsonContext, solution, cancellationToken) is not { } declaration
            || solution.GetDocument(declaration.SyntaxTree) is not { } document
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || KnownSymbols.Of(model.Compilation)?.JsonSerializableAttribute is not { } attributeClass)
        {
            return solution;
        }

        return await SyntaxEdits.ChangeAsync(
            document,
            editor =>
            {
                foreach (var type in Sorted(types))
                {
                    editor.AddAttribute(declaration, Registration(editor, declaration, attributeClass, type));
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static SyntaxNode Registration(DocumentEditor editor, SyntaxNode declaration, INamedTypeSymbol attributeClass, ITypeSymbol type)
    {
        var typeOf = editor.Generator.TypeOfExpression(SyntaxEdits.Type(editor, declaration, type));
        return SyntaxEdits.Attribute(editor, declaration, attributeClass, editor.Generator.AttributeArgument(typeOf));
    }

    private static IEnumerable<ITypeSymbol> Sorted(IEnumerable<ITypeSymbol> types)
    {
        var sorted = new SortedDictionary<string, ITypeSymbol>(System.StringComparer.Ordinal);
        foreach (var type in types)
        {
            sorted[CSharpNames.Code(type)] = type;
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
