using System;
using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers.Rules;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.CodeFixes.ModelEdits;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Adds to the model what a handler needs: an output parameter for a lost output, or a boundary event for an error.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeModelCodeFix)), Shared]
public sealed class ChangeModelCodeFix() : CodeFix(ModelRules.OutputShadowed, ModelRules.ErrorNotCaught)
{
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => ChangeModelFixAll.Instance;

    private protected override IEnumerable<Edit> FindEdits(FixPlace place)
    {
        var project = place.Document.Project;
        if (ChangeOf(place.Diagnostic) is var (title, change) && place.Diagnostic.AdditionalLocations.Any(location => ModelDocument.At(project, location) is not null))
        {
            yield return new(title, token => ModelDocument.ChangeAsync(project, place.Diagnostic.AdditionalLocations, change, token), place.Diagnostic.Id);
        }
    }

    private static (string Title, Action<ModelEditor, XmlTag> Change)? ChangeOf(Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(OutputShadowedAnalyzer.Variable, out var variable) && variable is not null)
        {
            return ($"Add an output parameter '{variable}' to the model", (editor, activity) => ModelChanges.AddOutputParameter(editor, activity, variable));
        }

        return diagnostic.Properties.TryGetValue(ErrorNotCaughtAnalyzer.Code, out var code) && code is not null
            ? ($"Catch '{code}' in the model", (editor, activity) => ModelChanges.AddErrorEvent(editor, activity, code))
            : null;
    }

    // Several changes of one file: each begins with the text that the previous one has left.
    private sealed class ChangeModelFixAll : FixAllProvider
    {
        public static readonly ChangeModelFixAll Instance = new();

        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var original = fixAllContext.Project;
            var diagnostics = fixAllContext is { Scope: FixAllScope.Document, Document: { } document }
                ? await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await fixAllContext.GetAllDiagnosticsAsync(original).ConfigureAwait(false);
            var solution = original.Solution;
            var elements = new List<(DocumentId Model, string Element, Action<ModelEditor, XmlTag> Change)>();
            foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Id == fixAllContext.CodeActionEquivalenceKey))
            {
                foreach (var location in ChangeOf(diagnostic) is null ? [] : diagnostic.AdditionalLocations)
                {
                    if (ModelDocument.At(original, location) is not { } model)
                    {
                        continue;
                    }

                    var text = await model.GetTextAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
                    if (ModelEditor.Of(text.ToString())?.NodeAt(location.SourceSpan.Start)?["id"] is { } id)
                    {
                        elements.Add((model.Id, id, ChangeOf(diagnostic)!.Value.Change));
                    }
                }
            }

            foreach (var (model, id, change) in elements)
            {
                solution = await ModelDocument.ChangeAsync(solution, model, id, change, fixAllContext.CancellationToken).ConfigureAwait(false);
            }

            return CodeAction.Create("Change the model", _ => Task.FromResult(solution), fixAllContext.CodeActionEquivalenceKey);
        }
    }
}
