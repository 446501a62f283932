using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Camunda.ExternalTask.Generators.Constants;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>
/// Reports, at the end of a compilation, a type without problems that the generator skipped. Analyzers see the code of other generators, and the
/// generator does not.
/// </summary>
/// <remarks>It reports nothing if the generator added no code to the assembly at all: then the generator did not run, and the compiler reports missing members.</remarks>
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
                    if (!type.GetAttributes().IsEmpty && LacksPart(type, ParsedDeclaration.Of(type, symbols, symbol.CancellationToken), symbols))
                    {
                        types.Add(type);
                    }
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var type in types)
                {
                    end.ReportDiagnostic(Diagnostic.Create(DeclarationRules.NothingGenerated, type.Locations[0], CSharpNames.Message(type)));
                }
            });
        });
    }

    // The compiler and other rules report a constant that does not exist.
    private static bool LacksPart(INamedTypeSymbol type, ParsedDeclaration parsed, KnownSymbols symbols) => ConstantResolver.IsResolved(parsed) && (
        (parsed.Handler is not null && !UserTypes.Implements(type, symbols.Handler))
        || (parsed.Input is not null && !UserTypes.IsInput(type, symbols))
        || (parsed.Output is not null && !UserTypes.Implements(type, symbols.TaskOutput))
        || (parsed.Start is not null && !UserTypes.Implements(type, symbols.ProcessStart))
        || (parsed.Message is not null && !UserTypes.Implements(type, symbols.ProcessMessage))
        || (parsed.Signal is not null && !UserTypes.Implements(type, symbols.ProcessSignal))
        || (parsed.Error is not null && type.GetMembers("ErrorCode").IsEmpty));
}
