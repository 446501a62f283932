using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Shared.Models;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>An analyzer that compares each handler with the models of its project. Without models it does nothing.</summary>
public abstract class HandlerAgainstModels : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } symbols && ProjectModels.Of(start) is { } models)
            {
                start.RegisterSymbolAction(type => Check(type, symbols, models), SymbolKind.NamedType);
            }
        });
    }

    private protected abstract void Check(HandlerCheck check);

    private void Check(SymbolAnalysisContext context, KnownSymbols symbols, ProjectModels models)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var parsing = new ParsingContext(symbols, null, context.CancellationToken);
        if (AttributeReader.Find(type, symbols.HandlerAttribute, context.CancellationToken) is { } attribute
            && HandlerParser.Parse(type, parsing) is { Topic.Value: not null } handler)
        {
            Check(new HandlerCheck(context, parsing, models, type, attribute, handler));
        }
    }

    /// <summary>A handler to be compared.</summary>
    private protected sealed record HandlerCheck(
        SymbolAnalysisContext Context,
        ParsingContext Parsing,
        ProjectModels Models,
        INamedTypeSymbol Type,
        AttributeReader Attribute,
        HandlerModel Handler)
    {
        public Location TopicPlace => Attribute.FirstSyntax?.GetLocation() ?? Type.Locations[0];
    }
}
