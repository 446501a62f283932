using System.Globalization;
using System.Text;
using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.Bpmn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Tests.Models;

/// <summary>Models of others, from the folder that <c>CAMUNDA_MODELS</c> names, each with a handler for every topic.</summary>
public class RealModelsTests(ITestOutputHelper output)
{
    /// <summary>The rules that claim a fault in the engine. A handler without outputs and errors can only confirm them for what the model itself does.</summary>
    private static readonly string[] Proofs = ["CET7007", "CET7008", "CET7009", "CET7010", "CET7011", "CET7012"];

    [Fact]
    public async Task No_analyzer_fails_and_no_start_by_an_application_is_taken_for_a_start_without_variables()
    {
        var folder = Environment.GetEnvironmentVariable("CAMUNDA_MODELS");
        Assert.SkipUnless(Directory.Exists(folder), "Set CAMUNDA_MODELS to a folder with .bpmn files to check them.");

        var proofs = new List<string>();
        foreach (var file in Directory.GetFiles(folder!, "*.bpmn").Order(StringComparer.Ordinal))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var diagnostics = await AnalyzeAsync(text);
            Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
            proofs.AddRange(diagnostics.Where(diagnostic => Proofs.Contains(diagnostic.Id)).Select(diagnostic => $"{Path.GetFileName(file)}: {diagnostic}"));
        }

        proofs.ForEach(output.WriteLine);
        Assert.DoesNotContain(proofs, proof => proof.Contains("the process cannot be started", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string model)
    {
        var code = new StringBuilder();
        var topics = BpmnReader.Read(model).AllNodes().Select(node => node.External?.Topic).OfType<BpmnText>().Where(topic => !topic.HasExpression && topic.Value.Length > 0);
        foreach (var (topic, index) in topics.Select(topic => topic.Value).Distinct().Select((topic, index) => (topic, index)))
        {
            code.Append(CultureInfo.InvariantCulture, $"[ExternalTaskHandler({SymbolDisplay.FormatLiteral(topic, quote: true)})] public partial class Handler{index} {{ public void Handle() {{ }} }}\n");
        }

        var compilation = CSharpCompilation.Create(
            "Models",
            [CSharpSyntaxTree.ParseText(RuleCompilation.Usings, RuleCompilation.ParseOptions), CSharpSyntaxTree.ParseText(code.ToString(), RuleCompilation.ParseOptions)],
            RuleCompilation.References,
            (CSharpCompilationOptions)RuleCompilation.CompilationOptions);
        return await compilation.WithAnalyzers([.. RuleCompilation.Analyzers], new AnalyzerOptions([new ModelText(model)]))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }
}
