using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Camunda.ExternalTask.Analyzers.Descriptors;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>
/// Says, at the end of a compilation, that the generator wrote nothing for a type in which nothing is wrong: it did not see what another
/// generator writes, which analyzers do.
/// </summary>
/// <remarks>Where the generator wrote nothing at all, it does not run, and the compiler misses what should be there.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NothingGeneratedAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DeclarationRules.NothingGenerated);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is not { } symbols || !start.Compilation.SyntaxTrees.Any(GeneratedParts.IsGenerated))
            {
                return;
            }

            var types = new ConcurrentBag<INamedTypeSymbol>();
            start.RegisterSymbolAction(
                symbol =>
                {
                    var type = (INamedTypeSymbol)symbol.Symbol;
                    if (!type.GetAttributes().IsEmpty && LacksPart(type, new(symbols, null, symbol.CancellationToken)))
                    {
                        types.Add(type);
                    }
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var type in types)
                {
                    end.ReportDiagnostic(Diagnostic.Create(DeclarationRules.NothingGenerated, type.Locations[0], Names.Message(type)));
                }
            });
        });
    }

    private static bool LacksPart(INamedTypeSymbol type, ParsingContext context)
    {
        var symbols = context.Symbols;
        return (HandlerParser.Parse(type, context) is not null && !UserTypes.Implements(type, symbols.Handler))
            || (Has(symbols.TaskInputAttribute) && !UserTypes.Implements(type, symbols.TaskInput) && InputParser.Parse(type, context) is not null)
            || (Has(symbols.TaskOutputAttribute) && !UserTypes.Implements(type, symbols.TaskOutput) && OutputParser.Parse(type, context) is not null)
            || (BpmnErrorParser.Parse(type, context) is not null && type.GetMembers("ErrorCode").IsEmpty);

        bool Has(INamedTypeSymbol? attributeClass) => AttributeReader.Find(type, attributeClass, context.CancellationToken) is not null;
    }
}
