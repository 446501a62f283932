using System;
using Camunda.ExternalTask.Analyzers.Descriptors;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports the parser's problems by the rules that say them.</summary>
/// <param name="compilation">What is checked.</param>
/// <param name="report">Takes the diagnostics.</param>
/// <param name="declaration">The type that is checked, or null.</param>
internal sealed class ReportingSink(Compilation compilation, Action<Diagnostic> report, INamedTypeSymbol? declaration = null) : IDeclarationSink
{
    /// <summary>Reports a problem at its place; at the declaration, with the place beside it, if it is in a base or containing type.</summary>
    /// <remarks>An editor offers no fix for what is outside the symbol that was checked, and what is in another project must not be named.</remarks>
    public void Report(DeclarationProblem problem, Location place, params string[] arguments)
    {
        var rule = ProblemRules.Of(problem);
        report(declaration is null || Declarations.IsIn(declaration, place)
            ? Diagnostic.Create(rule, place, arguments)
            : Diagnostic.Create(rule, declaration.Locations[0], Declarations.IsIn(compilation, place) ? [place] : null, arguments));
    }
}
