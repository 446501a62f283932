using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Camunda.ExternalTask.Analyzers.Tests.Verifiers;

/// <summary>Runs all analyzers on a snippet: what its markup says is reported, and nothing else.</summary>
internal sealed class RuleTest : CSharpAnalyzerTest<EmptyDiagnosticAnalyzer, DefaultVerifier>
{
    public RuleTest(string source, bool compiles = true)
    {
        TestCode = source;
        ReferenceAssemblies = RuleCompilation.Framework;
        CompilerDiagnostics = compiles ? CompilerDiagnostics.Errors : CompilerDiagnostics.None;
        TestState.Sources.Add(("Usings.cs", RuleCompilation.Usings));
        TestState.AdditionalReferences.AddRange(RuleCompilation.References);
    }

    public static Task RunAsync(string source, bool compiles = true) =>
        new RuleTest(source, compiles).RunAsync(TestContext.Current.CancellationToken);

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => RuleCompilation.Analyzers;

    protected override CompilationOptions CreateCompilationOptions() => RuleCompilation.CompilationOptions;

    protected override ParseOptions CreateParseOptions() => RuleCompilation.ParseOptions;
}
