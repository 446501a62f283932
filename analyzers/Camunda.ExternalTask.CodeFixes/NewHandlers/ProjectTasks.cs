using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers.Contracts;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.CodeFixes.NewHandlers;

/// <summary>The tasks in the models of a project, and its handlers.</summary>
internal sealed record ProjectTasks(Project Project, KnownSymbols Symbols, ProjectProof Proof)
{
    /// <summary>Null if the project does not use the library or has no external task.</summary>
    public static async Task<ProjectTasks?> OfAsync(Project project, CancellationToken cancellationToken)
    {
        var files = new List<ModelFile>();
        foreach (var document in project.AdditionalDocuments)
        {
            var path = document.FilePath ?? document.Name;
            if (ModelFile.IsModel(path))
            {
                files.Add(ModelFile.Read(path, await document.GetTextAsync(cancellationToken).ConfigureAwait(false)));
            }
        }

        return files.Count > 0
            && ProjectModels.Of(files) is { Tasks.Count: > 0 } models
            && await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation
            && KnownSymbols.Of(compilation) is { } symbols
            ? new(project, symbols, ProjectProof.Of(symbols, models))
            : null;
    }

    /// <summary>Whether a model has a task with the topic, and the project has no handler of it.</summary>
    public bool LacksHandlerOf(string topic) => Proof.Models.Tasks.Any(task => task.Topic == topic) && !Proof.Contracts.Handles(topic);
}
