using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers.Rules;
using Camunda.ExternalTask.CodeFixes.NewHandlers;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Creates the handler of a task of a model: its input, output and BPMN errors as the model uses them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CreateHandlerCodeFix), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)]), Shared]
public sealed class CreateHandlerCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ModelRules.ModelTaskWithoutHandler.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => CreateHandlersFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ProjectTasks.OfAsync(context.TextDocument.Project, context.CancellationToken).ConfigureAwait(false) is not { } tasks)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (TopicOf(diagnostic) is { } topic && tasks.LacksHandlerOf(topic))
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Create a handler for '{topic}'", token => NewHandlerDocument.AddAsync(tasks, topic, near: null, token), nameof(CreateHandlerCodeFix)),
                    diagnostic);
            }
        }
    }

    private static string? TopicOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(ModelTaskWithoutHandlerAnalyzer.Topic, out var topic) ? topic : null;

    // Each handler is added to what the previous one has left, so that their names differ.
    private sealed class CreateHandlersFixAll : FixAllProvider
    {
        public static readonly CreateHandlersFixAll Instance = new();

        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var solution = fixAllContext.Solution;
            var projects = fixAllContext.Scope == FixAllScope.Solution ? solution.ProjectIds.ToList() : [fixAllContext.Project.Id];
            foreach (var id in projects)
            {
                var diagnostics = await fixAllContext.GetAllDiagnosticsAsync(solution.GetProject(id)!).ConfigureAwait(false);
                foreach (var topic in diagnostics.Select(TopicOf).OfType<string>().Distinct())
                {
                    if (await ProjectTasks.OfAsync(solution.GetProject(id)!, fixAllContext.CancellationToken).ConfigureAwait(false) is { } tasks && tasks.LacksHandlerOf(topic))
                    {
                        solution = await NewHandlerDocument.AddAsync(tasks, topic, near: null, fixAllContext.CancellationToken).ConfigureAwait(false);
                    }
                }
            }

            return CodeAction.Create("Create handlers", _ => Task.FromResult(solution), nameof(CreateHandlerCodeFix));
        }
    }
}
