using System.Collections.Concurrent;
using Camunda.ExternalTask.Analyzers.Tests.Cases;
using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Tests;

public class RobustnessTests
{
    private const int Step = 13;

    public static TheoryData<string> Rules => [.. RuleCompilation.Rules.Select(rule => rule.Id)];

    [Theory, MemberData(nameof(Rules))]
    public async Task No_analyzer_fails_on_code_or_models_that_break_off(string rule)
    {
        var example = RuleCases.Of(rule);
        var code = Markup.Remove(example.Hit);
        var model = Markup.Remove(example.Model ?? "");

        for (var length = Step; length < Math.Max(code.Length, model.Length); length += Step)
        {
            var exceptions = await RunAsync(code[..Math.Min(length, code.Length)], model[..Math.Min(length, model.Length)]);

            Assert.Empty(exceptions);
        }
    }

    private static async Task<IReadOnlyCollection<Exception>> RunAsync(string code, string model)
    {
        var token = TestContext.Current.CancellationToken;
        var exceptions = new ConcurrentBag<Exception>();
        var compilation = CSharpCompilation.Create(
            "Example",
            [Parse(RuleCompilation.Usings), Parse(code)],
            RuleCompilation.References,
            ((CSharpCompilationOptions)RuleCompilation.CompilationOptions).WithSpecificDiagnosticOptions(
                RuleCompilation.OffByDefault.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn))));
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([new ModelText(model)]),
            onAnalyzerException: (exception, _, _) => exceptions.Add(exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);

        await compilation.WithAnalyzers([.. RuleCompilation.Analyzers], options).GetAnalyzerDiagnosticsAsync(token);
        return exceptions;

        static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, RuleCompilation.ParseOptions);
    }
}
