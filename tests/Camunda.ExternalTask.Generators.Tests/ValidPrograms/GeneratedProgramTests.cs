using Camunda.ExternalTask.Analyzers.Rules;
using Camunda.ExternalTask.Generators.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Generators.Tests.ValidPrograms;

/// <summary>500 valid programs from a grammar: what compiles without the generator compiles with it, without a new warning and without an error of a rule.</summary>
public sealed class GeneratedProgramTests
{
    private const int Programs = 500;
    private const int PerTest = 50;

    // The types of the program implement nothing yet, so they do not meet the constraints of the library's generic types.
    private static readonly string[] WithoutParts = ["CS0311", "CS0315", "CS1729"];

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, Programs / PerTest)];

    [Theory, MemberData(nameof(Batches))]
    public async Task Valid_program_compiles(int batch)
    {
        var faults = new List<string>();
        for (var seed = batch * PerTest; seed < (batch + 1) * PerTest; seed++)
        {
            if (await FaultOfAsync(seed) is { } fault)
            {
                faults.Add($"seed {seed}: {fault}");
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    [Fact]
    public void Grammar_repeats_a_seed() => Assert.Equal(ProgramGrammar.Write(42), ProgramGrammar.Write(42));

    private static async Task<string?> FaultOfAsync(int seed)
    {
        var token = TestContext.Current.CancellationToken;
        var files = ProgramGrammar.Write(seed);
        var version = seed % 2 == 0 ? LanguageVersion.CSharp12 : LanguageVersion.Latest;
        var compilation = SourceDriver.Compilation(version, files);
        var before = compilation.GetDiagnostics(token).Where(IsVisible).ToList();
        if (before.Exists(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !WithoutParts.Contains(diagnostic.Id)))
        {
            return $"The grammar is wrong: {string.Join("\n", before)}\n{Text(files)}";
        }

        var known = before.Select(static diagnostic => diagnostic.Id).ToHashSet();
        var complete = SourceDriver.CompleteAlone(compilation, version);
        var compiler = complete.GetDiagnostics(token).Where(IsVisible).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || !known.Contains(diagnostic.Id));
        var rules = await complete.WithAnalyzers([.. Analyzers], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync(token);
        Diagnostic[] faults = [.. compiler, .. rules.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        return faults.Length == 0 ? null : $"{string.Join("\n", faults.Take(5))}\n{Text(files)}";
    }

    private static IEnumerable<DiagnosticAnalyzer> Analyzers => typeof(DeclarationAnalyzer).Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
        .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    private static bool IsVisible(Diagnostic diagnostic) => diagnostic.Severity is DiagnosticSeverity.Warning or DiagnosticSeverity.Error;

    private static string Text(string[] files) => string.Join("\n----\n", files);
}
