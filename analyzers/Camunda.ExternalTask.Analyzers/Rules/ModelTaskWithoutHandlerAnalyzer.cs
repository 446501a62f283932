using System.Collections.Concurrent;
using System.Collections.Immutable;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports, in the model and at the end of a compilation, a task whose topic no handler of the assembly has.</summary>
/// <remarks>Off by default, because another worker may handle the task.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelTaskWithoutHandlerAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of the diagnostic that has the topic.</summary>
    internal const string Topic = "Topic";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ModelRules.ModelTaskWithoutHandler);

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

            var topics = new ConcurrentDictionary<string, bool>();
            start.RegisterSymbolAction(
                type =>
                {
                    if (AttributeReader.Find(type.Symbol, symbols.HandlerAttribute, type.CancellationToken)?.First.Value is { } topic)
                    {
                        topics[topic] = true;
                    }
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var task in models.Tasks)
                {
                    if (task.Topic is { } topic && !topics.ContainsKey(topic))
                    {
                        end.ReportDiagnostic(Diagnostic.Create(
                            ModelRules.ModelTaskWithoutHandler, task.Place, ImmutableDictionary<string, string?>.Empty.Add(Topic, topic), topic, task.DisplayName));
                    }
                }
            });
        });
    }
}
