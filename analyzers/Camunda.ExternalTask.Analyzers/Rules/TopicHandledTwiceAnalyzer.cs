using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports, at the end of a compilation, handlers of the assembly with the same topic and filters; at each of them, with the others as additional locations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TopicHandledTwiceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(TopicRules.TopicHandledTwice);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is not { } symbols)
            {
                return;
            }

            var handlers = new ConcurrentBag<(HandlerModel Handler, Location Place)>();
            start.RegisterSymbolAction(type => Collect(type, symbols, handlers), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Report(end, handlers));
        });
    }

    private static void Collect(SymbolAnalysisContext context, KnownSymbols symbols, ConcurrentBag<(HandlerModel Handler, Location Place)> handlers)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (AttributeReader.Find(type, symbols.HandlerAttribute, context.CancellationToken) is { } attribute
            && ParsedDeclaration.Of(type, symbols, context.CancellationToken).Handler is { } handler)
        {
            handlers.Add((handler, attribute.FirstSyntax?.GetLocation() ?? type.Locations[0]));
        }
    }

    private static void Report(CompilationAnalysisContext context, IEnumerable<(HandlerModel Handler, Location Place)> handlers)
    {
        foreach (var group in TopicCollisions.Find(handlers))
        {
            foreach (var (handler, place) in group)
            {
                var others = group.FindAll(other => !ReferenceEquals(other.Handler, handler));
                context.ReportDiagnostic(Diagnostic.Create(
                    TopicRules.TopicHandledTwice,
                    place,
                    others.ConvertAll(static other => other.Place),
                    handler.Topic.ToString(),
                    others[0].Handler.Type.Name));
            }
        }
    }
}
