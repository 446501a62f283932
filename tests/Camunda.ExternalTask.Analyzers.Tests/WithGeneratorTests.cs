using System.Collections.Immutable;
using Camunda.ExternalTask.Analyzers.Tests.Cases;
using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.Generators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Tests;

/// <summary>Analyzers see what the generator has added. The examples say the same with it, and what is said to be skipped is.</summary>
public class WithGeneratorTests
{
    // What the generator of System.Text.Json would add.
    private static readonly string[] JsonMembers = ["CS0117", "CS0534", "CS7036"];

    public static TheoryData<string> Rules => [.. RuleCompilation.Rules.Select(rule => rule.Id)];

    [Theory, MemberData(nameof(Rules))]
    public async Task What_is_wrong_is_reported_beside_generated_code(string rule)
    {
        var example = RuleCases.Of(rule);
        var (compilation, diagnostics) = await RunAsync(example.Hit, example.Model, rule, example.WrittenByAnotherGenerator);

        Assert.Equal([rule], diagnostics.Select(diagnostic => diagnostic.Id).Distinct());
        Assert.All(diagnostics.Where(SaysNothingIsGenerated), diagnostic => Assert.Empty(PartsOf(diagnostic, compilation)));
    }

    [Theory, MemberData(nameof(Rules))]
    public async Task What_is_fine_compiles_and_is_not_reported(string rule)
    {
        var example = RuleCases.Of(rule);
        var (compilation, diagnostics) = await RunAsync(example.NearMiss, example.NearMissModel ?? example.Model, rule);

        Assert.Empty(diagnostics);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !JsonMembers.Contains(diagnostic.Id)));
    }

    private static async Task<(Compilation Compilation, ImmutableArray<Diagnostic> Diagnostics)> RunAsync(
        string example, string? model, string rule, string? writtenByAnotherGenerator = null)
    {
        var token = TestContext.Current.CancellationToken;
        AdditionalText[] files = model is null ? [] : [new ModelText(Markup.Remove(model))];
        var compilation = CSharpCompilation.Create(
            "Example",
            [Parse(RuleCompilation.Usings), Parse(Markup.Remove(example))],
            RuleCompilation.References,
            ((CSharpCompilationOptions)RuleCompilation.CompilationOptions).WithSpecificDiagnosticOptions(
                RuleCompilation.OffByDefault.Where(id => id == rule).Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn))));

        CSharpGeneratorDriver.Create([new ExternalTaskGenerator().AsSourceGenerator()], files, RuleCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, token);
        if (writtenByAnotherGenerator is not null)
        {
            generated = generated.AddSyntaxTrees(Parse(writtenByAnotherGenerator));
        }

        var analysis = generated.WithAnalyzers([.. RuleCompilation.Analyzers], new AnalyzerOptions([.. files]));
        return (generated, await analysis.GetAnalyzerDiagnosticsAsync(token));

        static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, RuleCompilation.ParseOptions);
    }

    private static bool SaysNothingIsGenerated(Diagnostic diagnostic) =>
        diagnostic.Descriptor.MessageFormat.ToString().Contains("so the generator skips it;");

    // The generated parts of the type a diagnostic is in.
    private static IEnumerable<SyntaxTree> PartsOf(Diagnostic diagnostic, Compilation compilation)
    {
        var tree = diagnostic.Location.SourceTree!;
        var declaration = tree.GetRoot().FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        var type = compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration)!;
        return type.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).Where(part => part != tree);
    }
}
