using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports, at the end of a compilation, handlers of the assembly that compete for tasks, at each of them, and topics that differ only by case.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TopicHandledTwiceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        TopicRules.TopicHandledTwice, CodeRules.TopicCaseDiffers, CodeRules.FiltersOverlap);

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
            start.RegisterCompilationEndAction(end =>
            {
                Report(end, handlers);
                ReportOverlaps(end, handlers);
            });
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

    private static void ReportOverlaps(CompilationAnalysisContext context, IReadOnlyCollection<(HandlerModel Handler, Location Place)> handlers)
    {
        foreach (var group in handlers.Where(static entry => entry.Handler.Topic.Value is not null)
            .GroupBy(static entry => entry.Handler.Topic.Value!, StringComparer.OrdinalIgnoreCase).Select(static group => group.ToList()).Where(static group => group.Count > 1))
        {
            foreach (var (handler, place) in group)
            {
                if (TopicOverlaps.TwinOf(handler, group) is { } twin)
                {
                    context.ReportDiagnostic(Diagnostic.Create(CodeRules.TopicCaseDiffers, place, handler.Topic.Value, twin.Topic.Value, twin.Type.Name));
                }

                if (TopicOverlaps.OverlapOf(handler, group) is var (other, tasks))
                {
                    context.ReportDiagnostic(Diagnostic.Create(CodeRules.FiltersOverlap, place, handler.Topic.Value, tasks, other.Type.Name));
                }
            }
        }
    }
}
