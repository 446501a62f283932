using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Shared.Parsing;

/// <summary>Takes what the parser finds wrong. The generator has none: it skips in silence, and analyzers say why.</summary>
internal interface IDeclarationSink
{
    void Report(DeclarationProblem problem, Location place, params string[] arguments);
}
