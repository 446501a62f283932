using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Receives the problems that the parser finds. The generator has no sink: the analyzers report what it skips.</summary>
internal interface IDiagnosticSink
{
    void Report(DiagnosticDescriptor rule, Location place, params string[] arguments);
}
