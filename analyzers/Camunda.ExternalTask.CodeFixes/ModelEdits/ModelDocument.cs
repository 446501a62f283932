using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.CodeFixes.ModelEdits;

/// <summary>Changes models of a solution.</summary>
internal static class ModelDocument
{
    /// <summary>The model that a location is in; null if it is not part of the project.</summary>
    public static TextDocument? At(Project project, Location location) =>
        location.GetLineSpan().Path is { Length: > 0 } path ? project.AdditionalDocuments.FirstOrDefault(document => (document.FilePath ?? document.Name) == path) : null;

    /// <summary>Changes the elements at some locations, each once.</summary>
    public static async Task<Solution> ChangeAsync(
        Project project, IEnumerable<Location> locations, Action<ModelEditor, XmlTag> change, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        foreach (var group in locations.GroupBy(location => At(project, location)?.Id).Where(static group => group.Key is not null))
        {
            var original = await project.GetAdditionalDocument(group.Key!)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var ids = ModelEditor.Of(original.ToString()) is { } places
                ? group.Select(location => places.NodeAt(location.SourceSpan.Start)?["id"]).OfType<string>().Distinct().ToList()
                : [];
            foreach (var id in ids)
            {
                solution = await ChangeAsync(solution, group.Key!, id, change, cancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }

    /// <summary>Changes the element with an id.</summary>
    public static async Task<Solution> ChangeAsync(
        Solution solution, DocumentId model, string elementId, Action<ModelEditor, XmlTag> change, CancellationToken cancellationToken)
    {
        var text = await solution.GetAdditionalDocument(model)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (ModelEditor.Of(text.ToString()) is not { } editor || editor.Find(elementId) is not { } element)
        {
            return solution;
        }

        change(editor, element);
        return solution.WithAdditionalDocumentText(model, text.WithChanges(editor.Changes));
    }
}
