using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Camunda.ExternalTask.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Json;

/// <summary>Registers all missing types together. A batch of single fixes would insert different texts at one place and keep only the first.</summary>
internal sealed class RegisterJsonTypesFixAll : FixAllProvider
{
    public static RegisterJsonTypesFixAll Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        "Add the missing [JsonSerializable] attributes",
        cancellationToken => RegisterAsync(fixAllContext, cancellationToken),
        nameof(RegisterJsonTypesFixAll)));

    private static async Task<Solution> RegisterAsync(FixAllContext context, CancellationToken cancellationToken)
    {
        var solution = context.Solution;
        foreach (var project in ProjectsOf(context))
        {
            var types = new Dictionary<INamedTypeSymbol, List<ITypeSymbol>>(SymbolEqualityComparer.Default);
            foreach (var diagnostic in await DiagnosticsAsync(context, project).ConfigureAwait(false))
            {
                if (project.GetDocument(diagnostic.Location.SourceTree) is { } document
                    && await FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { Context: { } jsonContext } variable
                    && variable.IsAccessibleIn(jsonContext))
                {
                    if (!types.TryGetValue(jsonContext, out var list))
                    {
                        types.Add(jsonContext, list = []);
                    }

                    list.Add(variable.Type);
                }
            }

            foreach (var entry in types)
            {
                solution = await JsonContextEdits.RegisterAsync(solution, entry.Key, entry.Value, cancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }

    private static async Task<JsonVariable?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is not null && model is not null && KnownSymbols.Of(model.Compilation) is { } symbols
            ? JsonVariable.At(root.FindNode(diagnostic.Location.SourceSpan), model, symbols, cancellationToken)
            : null;
    }

    private static IEnumerable<Project> ProjectsOf(FixAllContext context) =>
        context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];

    private static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(FixAllContext context, Project project) =>
        context is { Scope: FixAllScope.Document, Document: { } document }
            ? context.GetDocumentDiagnosticsAsync(document)
            : context.GetAllDiagnosticsAsync(project);
}
