using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes;

/// <summary>Registers all missing types at once: one after the other would insert different texts at one place, of which a batch keeps the first.</summary>
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
                    && await JsonVariable.FindAsync(document, diagnostic.Location.SourceSpan, cancellationToken).ConfigureAwait(false)
                        is { Context: { } jsonContext } variable
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

    private static IEnumerable<Project> ProjectsOf(FixAllContext context) =>
        context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];

    private static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(FixAllContext context, Project project) =>
        context is { Scope: FixAllScope.Document, Document: { } document }
            ? context.GetDocumentDiagnosticsAsync(document)
            : context.GetAllDiagnosticsAsync(project);
}
