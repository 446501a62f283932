using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Camunda.ExternalTask.Analyzers.Flow;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Parsing;

namespace Camunda.ExternalTask.Analyzers.Contracts;

/// <summary>The flow analysis of a project's models with the project's handlers, computed once per compilation when a rule needs it.</summary>
internal sealed class ProjectProof
{
    private readonly Lazy<(HandlerContracts Contracts, ProjectFlow Flow)> _result;

    public ProjectProof(KnownSymbols symbols, ProjectModels models)
    {
        Models = models;
        _result = new(() => Explore(symbols, models));
    }

    public ProjectModels Models { get; }

    public HandlerContracts Contracts => _result.Value.Contracts;

    /// <summary>The findings in a file that its model does not suppress.</summary>
    public IEnumerable<(FlowGraph Graph, FlowFinding Finding)> FindingsIn(ModelFile file) =>
        Findings.Where(found => ReferenceEquals(found.Graph.Model, file.Model));

    public IEnumerable<(FlowGraph Graph, FlowFinding Finding)> Findings => _result.Value.Flow.Findings;

    // A model with problems is not understood completely, and the engine does not deploy a process that is not executable.
    private static (HandlerContracts, ProjectFlow) Explore(KnownSymbols symbols, ProjectModels models)
    {
        var contracts = HandlerContracts.Of(symbols, CancellationToken.None);
        var understood = models.Files.Select(static file => file.Model).Where(static model => model.Problems.IsEmpty);
        return (contracts, ProjectFlow.Explore(understood, contracts));
    }
}
