using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.CodeFixes.NewHandlers;

/// <summary>Adds the file of a new handler, in the style of the project.</summary>
internal static class NewHandlerDocument
{
    private const int LongestName = 60;

    // The namespaces of the types that a new handler can use.
    private static readonly string[] Namespaces =
        ["System", "System.Collections.Generic", "System.Text.Json", "System.Threading", "System.Threading.Tasks", "Camunda.ExternalTask"];

    /// <summary>Adds a handler of a topic.</summary>
    /// <param name="tasks">The project with its models.</param>
    /// <param name="topic">The topic of a task.</param>
    /// <param name="near">The file in whose folder and namespace the handler belongs; null for those of another handler.</param>
    /// <param name="cancellationToken">Cancels the change.</param>
    public static async Task<Solution> AddAsync(ProjectTasks tasks, string topic, Document? near, CancellationToken cancellationToken)
    {
        if (NewHandler.Of(topic, tasks.Proof) is not { } handler)
        {
            return tasks.Project.Solution;
        }

        var compilation = tasks.Symbols.Compilation;
        near ??= NeighborOf(tasks);
        var root = near is null ? null : await near.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var declared = root?.DescendantNodes(static node => node is CompilationUnitSyntax).OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault();
        var @namespace = declared?.Name.ToString() ?? (near is null ? tasks.Project.DefaultNamespace : null);
        var name = NameOf(handler, @namespace, compilation);
        var code = new NewHandlerText(handler, name, compilation).Write();
        var text = Wrap(code, @namespace, isBlock: declared is NamespaceDeclarationSyntax, GlobalUsings(compilation));
        var folders = near?.Folders ?? (IReadOnlyList<string>)[];
        var path = Path.GetDirectoryName(near?.FilePath ?? tasks.Project.FilePath) is { Length: > 0 } folder ? Path.Combine(folder, name + ".cs") : null;
        var document = tasks.Project.AddDocument(FileName(tasks.Project, name, folders), SourceText.From(text), folders, path);
        document = await TidyAsync(document, cancellationToken).ConfigureAwait(false);
        var written = (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString().Replace("\r\n", "\n");
        var usesCarriageReturns = root?.ToFullString().Contains("\r\n") == true;
        return document.WithText(SourceText.From(usesCarriageReturns ? written.Replace("\n", "\r\n") : written)).Project.Solution;
    }

    // Names are shortened where that is unambiguous, and unused imports removed.
    private static async Task<Document> TidyAsync(Document document, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var annotated = root!.ReplaceNodes(
            root!.DescendantNodes().Where(static node =>
                node is QualifiedNameSyntax { Parent: not QualifiedNameSyntax } or MemberAccessExpressionSyntax { Parent: not MemberAccessExpressionSyntax }),
            static (_, rewritten) => rewritten.WithAdditionalAnnotations(Simplifier.Annotation));
        document = await Simplifier.ReduceAsync(document.WithSyntaxRoot(annotated), cancellationToken: cancellationToken).ConfigureAwait(false);
        document = await RemoveUnusedUsingsAsync(document, cancellationToken).ConfigureAwait(false);
        return await Formatter.FormatAsync(document, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Document> RemoveUnusedUsingsAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var root = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var used = new HashSet<string>(root.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(static name => name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is null)
            .Select(name => TypeOf(model!.GetSymbolInfo(name, cancellationToken))?.ContainingNamespace?.ToDisplayString()).OfType<string>());
        var kept = root.Usings.Where(directive => used.Contains(directive.Name!.ToString())).ToList();
        if (kept.Count == root.Usings.Count)
        {
            return document;
        }

        root = root.WithUsings(SyntaxFactory.List(kept));
        if (kept.Count == 0)
        {
            var first = root.Members[0];
            root = root.ReplaceNode(first, first.WithLeadingTrivia(first.GetLeadingTrivia().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))));
        }

        return document.WithSyntaxRoot(root);
    }

    private static INamedTypeSymbol? TypeOf(SymbolInfo info) => (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) switch
    {
        INamedTypeSymbol type => type,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        _ => null,
    };

    private static string Wrap(string code, string? @namespace, bool isBlock, ICollection<string> globalUsings)
    {
        var usings = string.Concat(Namespaces.Where(needed => !globalUsings.Contains(needed)).Select(static needed => $"using {needed};\n"));
        usings += usings.Length > 0 ? "\n" : "";
        return @namespace is null ? usings + code
            : isBlock ? $"{usings}namespace {@namespace}\n{{\n{code}}}\n"
            : $"{usings}namespace {@namespace};\n\n{code}";
    }

    private static HashSet<string> GlobalUsings(Compilation compilation) => [.. compilation.SyntaxTrees
        .SelectMany(static tree => tree.GetRoot() is CompilationUnitSyntax unit ? unit.Usings : default)
        .Where(static directive => !directive.GlobalKeyword.IsKind(SyntaxKind.None) && directive is { Alias: null, Name: not null })
        .Select(static directive => directive.Name!.ToString().Replace("global::", ""))];

    private static Document? NeighborOf(ProjectTasks tasks)
    {
        var handlers = tasks.Proof.Contracts.Handlers.OrderBy(static type => type.Name, StringComparer.Ordinal);
        foreach (var reference in handlers.SelectMany(static type => type.DeclaringSyntaxReferences))
        {
            if (tasks.Project.Documents.FirstOrDefault(document => document.TryGetSyntaxTree(out var tree) && tree == reference.SyntaxTree) is { } document)
            {
                return document;
            }
        }

        return null;
    }

    // A type of that name would be found before the one that is meant.
    private static string NameOf(NewHandler handler, string? @namespace, Compilation compilation)
    {
        var name = CSharpNames.PascalCase(handler.Name);
        name = name.Length > LongestName ? CSharpNames.PascalCase(handler.Topic) : name;
        name = name.Length > LongestName ? name.Substring(0, LongestName) : name;
        return IsTaken(name) || name is "Input" or "Output" ? Free(name + "Handler") : name;

        string Free(string wanted)
        {
            var free = wanted;
            for (var number = 2; IsTaken(free); number++)
            {
                free = wanted + number;
            }

            return free;
        }

        bool IsTaken(string candidate) =>
            compilation.ContainsSymbolsWithName(candidate, SymbolFilter.Type | SymbolFilter.Namespace)
            || Namespaces.Any(known => compilation.GetTypeByMetadataName($"{known}.{candidate}") is not null)
            || Namespaces.Any(known => compilation.GetTypeByMetadataName($"{known}.{candidate}`1") is not null)
            || @namespace?.Split('.').Contains(candidate) == true;
    }

    private static string FileName(Project project, string name, IReadOnlyList<string> folders)
    {
        var file = name;
        for (var number = 2; project.Documents.Any(document => document.Name == file + ".cs" && document.Folders.SequenceEqual(folders)); number++)
        {
            file = name + number;
        }

        return file + ".cs";
    }
}
