using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Camunda.ExternalTask.Analyzers.Flow;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Parsing;

namespace Camunda.ExternalTask.Analyzers.Contracts;

/// <summary>The flow analysis of a project's models with the project's handlers, computed once per compilation when a rule needs it.</summary>
internal sealed class ProjectProof
{
    private static readonly ConditionalWeakTable<KnownSymbols, ProjectProof> Cache = new();

    private readonly Lazy<HandlerContracts> _contracts;
    private readonly Lazy<ProjectFlow> _flow;

    private ProjectProof(KnownSymbols symbols, ProjectModels models)
    {
        Models = models;
        _contracts = new(() => HandlerContracts.Of(symbols, CancellationToken.None));
        _flow = new(() => Explore(models, Contracts));
    }

    public ProjectModels Models { get; }

    public HandlerContracts Contracts => _contracts.Value;

    public ProjectFlow Flow => _flow.Value;

    /// <summary>The findings in a file that its model does not suppress.</summary>
    public IEnumerable<(FlowGraph Graph, FlowFinding Finding)> FindingsIn(ModelFile file) =>
        Findings.Where(found => ReferenceEquals(found.Graph.Model, file.Model));

    public IEnumerable<(FlowGraph Graph, FlowFinding Finding)> Findings => _flow.Value.Findings;

    /// <summary>The proof of a compilation, which its analyzers share as long as the models do not change.</summary>
    public static ProjectProof Of(KnownSymbols symbols, ProjectModels models)
    {
        lock (Cache)
        {
            if (Cache.TryGetValue(symbols, out var known) && known.IsOf(models))
            {
                return known;
            }

            var proof = new ProjectProof(symbols, models);
            Cache.Remove(symbols);
            Cache.Add(symbols, proof);
            return proof;
        }
    }

    private bool IsOf(ProjectModels models) =>
        Models.Files.Count == models.Files.Count && Models.Files.Zip(models.Files, static (one, other) => ReferenceEquals(one.Model, other.Model)).All(static same => same);

    // A model with problems is not understood completely, and the engine does not deploy a process that is not executable.
    private static ProjectFlow Explore(ProjectModels models, HandlerContracts contracts) =>
        ProjectFlow.Explore(models.Files.Select(static file => file.Model).Where(static model => model.Problems.IsEmpty), contracts);
}
