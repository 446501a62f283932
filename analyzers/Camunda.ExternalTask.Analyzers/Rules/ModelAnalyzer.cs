using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Compares each handler with the BPMN models of its project, if there are any.</summary>
public abstract class ModelAnalyzer : DiagnosticAnalyzer
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
                var names = new DeclaredNames(symbols);
                start.RegisterSymbolAction(type => Check(type, symbols, models, names), SymbolKind.NamedType);
            }
        });
    }

    private protected abstract void Check(HandlerCheck check);

    private void Check(SymbolAnalysisContext context, KnownSymbols symbols, ProjectModels models, DeclaredNames names)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (AttributeReader.Find(type, symbols.HandlerAttribute, context.CancellationToken) is { } attribute
            && ParsedDeclaration.Of(type, symbols, context.CancellationToken).Handler is { Topic.Value: not null } handler)
        {
            Check(new HandlerCheck(context, new(symbols, null, context.CancellationToken), models, names, type, attribute, handler));
        }
    }

    /// <summary>A handler and what it is compared with.</summary>
    private protected sealed record HandlerCheck(
        SymbolAnalysisContext Context,
        ParsingContext Parsing,
        ProjectModels Models,
        DeclaredNames Names,
        INamedTypeSymbol Type,
        AttributeReader Attribute,
        HandlerModel Handler)
    {
        public Location TopicPlace => Attribute.FirstSyntax?.GetLocation() ?? Type.Locations[0];
    }
}
