using System;
using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Generators.Models;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Models;

/// <summary>The models among a compilation's additional files.</summary>
internal sealed class ProjectModels
{
    private readonly ILookup<string, ModelTask> _byTopic;
    private readonly IReadOnlyList<string> _unreadable;

    private ProjectModels(IReadOnlyList<ModelFile> files)
    {
        Files = files;
        Nodes = [.. files.SelectMany(ModelTask.AllOf)];
        Tasks = [.. Nodes.Where(static node => node.Node.External is not null)];
        _unreadable = [.. files.Where(static file => file.Fault is not null).Select(static file => file.Text.ToString())];
        _byTopic = Tasks.Where(static task => task.Topic is not null).ToLookup(static task => task.Topic!);
    }

    /// <summary>The files, sorted by their paths.</summary>
    public IReadOnlyList<ModelFile> Files { get; }

    /// <summary>Every element of every model.</summary>
    public IReadOnlyList<ModelTask> Nodes { get; }

    /// <summary>Every external task.</summary>
    public IReadOnlyList<ModelTask> Tasks { get; }

    public IEnumerable<string> Topics => _byTopic.Select(static tasks => tasks.Key);

    /// <summary>Null if no model has an external task.</summary>
#pragma warning disable RS1012 // The caller registers the actions; the context caches a model with its text.
    public static ProjectModels? Of(CompilationStartAnalysisContext context) => AllOf(context) is { Tasks.Count: > 0 } models ? models : null;

    /// <summary>The models of some files.</summary>
    public static ProjectModels Of(IEnumerable<ModelFile> files) => new([.. files.OrderBy(static file => file.Path, StringComparer.Ordinal)]);

    /// <summary>Null if there is no model.</summary>
    public static ProjectModels? AllOf(CompilationStartAnalysisContext context)
#pragma warning restore RS1012
    {
        var files = new List<ModelFile>();
        foreach (var file in context.Options.AdditionalFiles.OrderBy(static file => file.Path, StringComparer.Ordinal))
        {
            if (ModelFile.Read(context, file) is { } model)
            {
                files.Add(model);
            }
        }

        return files.Count > 0 ? new(files) : null;
    }

    public bool HasTopic(string topic) => _byTopic.Contains(topic) || MayMention(topic);

    /// <summary>Whether a model that cannot be read completely contains this value, so that a rule must not report it as missing.</summary>
    public bool MayMention(string value) => _unreadable.Any(text => text.Contains($"\"{value}\"") || text.Contains($"'{value}'"));

    /// <summary>The tasks that a handler can receive, according to topic and process.</summary>
    public IEnumerable<ModelTask> TasksOf(HandlerModel handler) =>
        handler.Topic.Value is { } topic ? _byTopic[topic].Where(task => Passes(handler.Filter, task.Process.Id)) : [];

    /// <summary>Whether a filter lets the tasks of a process pass, as far as the model decides it.</summary>
    public static bool Passes(TopicFilterModel filter, string processId) =>
        (filter.ProcessDefinitionKey?.Value is not { } key || key == processId)
        && (filter.ProcessDefinitionKeyIn is not { } keys || keys.Any(key => !key.IsResolved || key.Value == processId));
}
