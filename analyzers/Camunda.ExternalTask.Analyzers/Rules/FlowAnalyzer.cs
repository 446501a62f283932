using System.Collections.Immutable;
using Camunda.ExternalTask.Analyzers.Contracts;
using Camunda.ExternalTask.Analyzers.Flow;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports what fails in the engine on a path through a model, given what the handlers of the project read and write.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        FlowRules.VariableMissing, FlowRules.ConditionNotBoolean, FlowRules.ConditionNull, FlowRules.NoFlow, FlowRules.InputMissing, FlowRules.InputUnreadable);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is not { } symbols || ProjectModels.Of(start) is not { } models)
            {
                return;
            }

            var proof = ProjectProof.Of(symbols, models);
            start.RegisterAdditionalFileAction(action =>
            {
                if (ModelFile.Read(start, action.AdditionalFile) is not { } file)
                {
                    return;
                }

                foreach (var (graph, finding) in proof.FindingsIn(file))
                {
                    if (FlowMessages.InModel(file, graph, finding) is { } diagnostic && !IgnoredRules.Contain(finding.Element, diagnostic.Id))
                    {
                        action.ReportDiagnostic(diagnostic);
                    }
                }
            });
            start.RegisterSymbolAction(action => CheckInputs(action, proof), SymbolKind.NamedType);
        });
    }

    private static void CheckInputs(SymbolAnalysisContext context, ProjectProof proof)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (KnownSymbols.Of(context.Compilation) is not { } symbols
            || AttributeReader.Find(type, symbols.HandlerAttribute, context.CancellationToken) is not { } attribute)
        {
            return;
        }

        foreach (var (graph, finding) in proof.Findings)
        {
            if (finding.Kind is not (FlowFindingKind.InputMissing or FlowFindingKind.InputUnreadable)
                || !SymbolEqualityComparer.Default.Equals(proof.Contracts.HandlerOf(graph.Process, finding.Element.Node), type)
                || FileOf(proof.Models, graph) is not { } file)
            {
                continue;
            }

            var diagnostic = FlowMessages.InCode(file, finding, attribute.FirstSyntax?.GetLocation() ?? type.Locations[0]);
            if (!IgnoredRules.Contain(finding.Element, diagnostic.Id))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static ModelFile? FileOf(ProjectModels models, FlowGraph graph)
    {
        foreach (var file in models.Files)
        {
            if (ReferenceEquals(file.Model, graph.Model))
            {
                return file;
            }
        }

        return null;
    }
}
