using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Camunda.ExternalTask.Analyzers.Tests.Verifiers;

/// <summary>Runs all analyzers and one fix, one mistake after the other and all at once (document, project, solution).</summary>
internal class FixTest<TFix> : CSharpCodeFixTest<EmptyDiagnosticAnalyzer, TFix, DefaultVerifier>
    where TFix : CodeFixProvider, new()
{
    public FixTest(string source, string fixedSource, bool compiles = true)
    {
        TestCode = source;
        FixedCode = fixedSource;
        ReferenceAssemblies = RuleCompilation.Framework;
        CompilerDiagnostics = compiles ? CompilerDiagnostics.Errors : CompilerDiagnostics.None;
        TestState.Sources.Add(("Usings.cs", RuleCompilation.Usings));
        FixedState.Sources.Add(("Usings.cs", RuleCompilation.Usings));
        DisabledDiagnostics.AddRange(RuleCompilation.OffByDefault);
        TestState.AdditionalReferences.AddRange(RuleCompilation.References);
    }

    public static Task RunAsync(string source, string fixedSource, bool compiles = true) =>
        new FixTest<TFix>(source, fixedSource, compiles).RunAsync(TestContext.Current.CancellationToken);

    /// <summary>Checks that a mistake has no fix.</summary>
    public static Task HasNoneAsync(string source, bool compiles = true) => RunAsync(source, source, compiles);

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => RuleCompilation.Analyzers;

    protected override CompilationOptions CreateCompilationOptions() => RuleCompilation.CompilationOptions;

    protected override ParseOptions CreateParseOptions() => RuleCompilation.ParseOptions;
}
