using System;
using Camunda.ExternalTask.Analyzers.Descriptors;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports the parser's problems by the rules that say them.</summary>
internal sealed class ReportingSink(Action<Diagnostic> report) : IDeclarationSink
{
    public void Report(DeclarationProblem problem, Location place, params string[] arguments) =>
        report(Diagnostic.Create(ProblemRules.Of(problem), place, arguments));
}
