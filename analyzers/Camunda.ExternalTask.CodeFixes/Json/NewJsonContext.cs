using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Camunda.ExternalTask.CodeFixes.Json;

/// <summary>Adds the file that sets the serializer context of an assembly.</summary>
internal static class NewJsonContext
{
    private const string Preferred = "AppJson";

    /// <summary>Adds a file that sets an existing context.</summary>
    public static Solution Name(Project project, INamedTypeSymbol jsonContext) =>
        Add(project, "TaskJsonContext", [], $"""
            using Camunda.ExternalTask;

            [assembly: TaskJsonContext(typeof({CSharpNames.Code(jsonContext)}))]

            """);

    /// <summary>Adds a file that declares and sets a context with one type, in the folder of the document that needs it.</summary>
    public static Solution Create(Document document, JsonVariable variable)
    {
        var owner = variable.Property.ContainingType;
        var @namespace = owner.ContainingNamespace is { IsGlobalNamespace: false } containing ? containing.ToDisplayString() : null;
        var name = Preferred;
        for (var number = 2; owner.ContainingNamespace.GetTypeMembers(name).Any(); number++)
        {
            name = Preferred + number;
        }

        var declaration = @namespace is null ? "" : $"namespace {@namespace};\n\n";
        var qualified = @namespace is null ? name : $"{@namespace}.{name}";
        return Add(document.Project, name, document.Folders, $"""
            using System.Text.Json.Serialization;
            using Camunda.ExternalTask;

            [assembly: TaskJsonContext(typeof({qualified}))]

            {declaration}[JsonSerializable(typeof({CSharpNames.Code(variable.Type)}))]
            internal sealed partial class {name} : JsonSerializerContext;

            """);
    }

    private static Solution Add(Project project, string name, IReadOnlyList<string> folders, string text)
    {
        var fileName = name;
        for (var number = 2; project.Documents.Any(document => document.Name == fileName + ".cs" && document.Folders.SequenceEqual(folders)); number++)
        {
            fileName = name + number;
        }

        // Qualified names are shortened if possible, as in all fixes.
        var root = CSharpSyntaxTree.ParseText(text.Replace("\r\n", "\n")).GetRoot();
        var simplified = root.ReplaceNodes(
            root.DescendantNodes().OfType<TypeOfExpressionSyntax>(),
            static (_, typeOf) => typeOf.WithType(typeOf.Type.WithAdditionalAnnotations(Simplifier.Annotation)));
        return project.AddDocument(fileName + ".cs", simplified, folders).Project.Solution;
    }
}
