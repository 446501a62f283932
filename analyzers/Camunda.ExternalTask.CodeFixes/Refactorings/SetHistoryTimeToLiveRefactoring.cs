using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Camunda.ExternalTask.CodeFixes.ModelEdits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace Camunda.ExternalTask.CodeFixes.Refactorings;

/// <summary>Sets the time to live of a process, without which engines refuse to deploy it.</summary>
[ExportCodeRefactoringProvider(
    LanguageNames.CSharp, Name = nameof(SetHistoryTimeToLiveRefactoring), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".bpmn"]), Shared]
public sealed class SetHistoryTimeToLiveRefactoring : CodeRefactoringProvider
{
    // The value that the Camunda Modeler proposes.
    private const string Duration = "P180D";

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var document = context.TextDocument;
        var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        if (ModelEditor.Of(text.ToString()) is { } model
            && model.Root.Children.FirstOrDefault(tag => tag.LocalName == "process" && tag.Start <= context.Span.Start && context.Span.End <= tag.ContentStart) is { } process
            && process["id"] is { } id
            && process.Attributes.Keys.All(static name => !name.EndsWith(":historyTimeToLive", System.StringComparison.Ordinal)))
        {
            context.RegisterRefactoring(CodeAction.Create(
                $"Set the history time to live to {Duration}",
                token => ModelDocument.ChangeAsync(
                    document.Project.Solution, document.Id, id, static (editor, element) => ModelChanges.SetHistoryTimeToLive(editor, element, Duration), token),
                nameof(SetHistoryTimeToLiveRefactoring)));
        }
    }
}
