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

    /// <param name="source">The snippet.</param>
    /// <param name="compiles">False where it needs generated code.</param>
    /// <param name="model">The project's BPMN model.</param>
    /// <param name="rule">The rule to switch on if it is off by default.</param>
    public static Task RunAsync(string source, bool compiles = true, string? model = null, string? rule = null)
    {
        var test = new RuleTest(source, compiles);
        test.DisabledDiagnostics.AddRange(RuleCompilation.OffByDefault.Where(id => id != rule));
        if (model is not null)
        {
            test.TestState.AdditionalFiles.Add(("order.bpmn", model));
        }

        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => RuleCompilation.Analyzers;

    protected override CompilationOptions CreateCompilationOptions() => RuleCompilation.CompilationOptions;

    protected override ParseOptions CreateParseOptions() => RuleCompilation.ParseOptions;
}
