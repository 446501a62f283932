using System;
using Camunda.ExternalTask.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports the parser's problems as diagnostics.</summary>
/// <param name="compilation">The compilation that is analyzed.</param>
/// <param name="report">Receives the diagnostics.</param>
/// <param name="declaration">The type that is analyzed, or null.</param>
internal sealed class ProblemReporter(Compilation compilation, Action<Diagnostic> report, INamedTypeSymbol? declaration = null) : IDiagnosticSink
{
    /// <summary>Reports a problem at its place. If that is in a base or containing type, reports at the declaration, with the place as additional location.</summary>
    /// <remarks>Editors offer no fix outside of the analyzed symbol, and a diagnostic must not name a place in another project.</remarks>
    public void Report(DiagnosticDescriptor rule, Location place, params string[] arguments) =>
        report(declaration is null || Declarations.IsIn(declaration, place)
            ? Diagnostic.Create(rule, place, arguments)
            : Diagnostic.Create(rule, declaration.Locations[0], Declarations.IsIn(compilation, place) ? [place] : null, arguments));
}
