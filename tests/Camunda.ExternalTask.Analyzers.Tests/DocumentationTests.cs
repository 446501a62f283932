using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Camunda.ExternalTask.Analyzers.Tests.Cases;
using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Tests;

public class DocumentationTests
{
    // What the generators would add: the members of a serializer context, the implementation of an output, and AddHandlers().
    private static readonly string[] UntilGenerated = ["CS0534", "CS7036", "CS0315", "CS0311", "CS1061"];

    private static readonly ImmutableHashSet<string> Fixed =
    [
        .. typeof(MakePartialCodeFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds),
    ];

    public static TheoryData<string> Rules => [.. RuleCompilation.Rules.Select(rule => rule.Id)];

    public static TheoryData<string> RulesWithoutGenerator => [.. RuleCases.WithoutGenerator];

    [Theory, MemberData(nameof(Rules))]
    public void The_page_says_what_the_descriptor_says(string id)
    {
        var rule = RuleCompilation.Rule(id);
        var page = Page(id);

        Assert.StartsWith($"# {id}: {rule.Title}\n", page);
        Assert.Contains($"Severity: {rule.DefaultSeverity.ToString().ToLowerInvariant()}", page);
        Assert.Equal(!rule.IsEnabledByDefault, page.Contains("off by default"));
        Assert.Contains($"Category: `{rule.Category}`", page);
        Assert.Contains($"Code fix: {(Fixed.Contains(id) ? "yes" : "no")}\n", page);
        Assert.All(["## Cause", "## Bad", "## Good", "## Fix", "## Configuration"], section => Assert.Contains($"\n{section}\n", page));
    }

    [Theory, MemberData(nameof(RulesWithoutGenerator))]
    public async Task The_page_s_bad_example_is_reported(string id) =>
        Assert.Equal([id], await ReportedAsync(Page(id), "Bad"));

    [Theory, MemberData(nameof(Rules))]
    public async Task The_page_s_good_example_compiles_and_is_not(string id) =>
        Assert.Empty(await ReportedAsync(Page(id), "Good"));

    [Fact]
    public void Every_page_has_a_rule() => Assert.Equal(
        RuleCompilation.Rules.Select(rule => $"{rule.Id}.md").Append("README.md").Order(StringComparer.Ordinal),
        Directory.GetFiles(RepositoryFiles.RulePages).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void The_table_lists_every_rule()
    {
        var rows = RepositoryFiles.Read("docs", "rules", "README.md").Split('\n').Where(line => line.StartsWith("| [CET"));

        Assert.Equal(
            RuleCompilation.Rules.Select(rule =>
                $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity}{(rule.IsEnabledByDefault ? "" : " (off by default)")} |{(Fixed.Contains(rule.Id) ? " yes " : " ")}|"),
            rows);
    }

    [Fact]
    public void The_release_notes_list_every_rule()
    {
        var releases = RepositoryFiles.Read("generators", "Camunda.ExternalTask.Generators", "AnalyzerReleases.Unshipped.md")
            + RepositoryFiles.Read("generators", "Camunda.ExternalTask.Generators", "AnalyzerReleases.Shipped.md");

        Assert.Equal(
            RuleCompilation.Rules.Select(rule =>
                $"{rule.Id} | {rule.Category} | {(rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled")} | {rule.Title}"),
            releases.Split('\n').Where(line => line.StartsWith("CET")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Help_links_lead_to_the_pages_in_the_repository()
    {
        var repository = XDocument.Parse(RepositoryFiles.Read("Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;

        Assert.All(RuleCompilation.Rules, rule => Assert.Equal($"{repository}/blob/main/docs/rules/{rule.Id}.md", rule.HelpLinkUri));
    }

    [Fact]
    public void The_table_of_groups_lists_the_category_of_every_rule()
    {
        var groups = Regex.Matches(RepositoryFiles.Read("docs", "rules", "README.md"), @"^\| (CET\d)xxx \|.*\| `([\w.]+)` \|$", RegexOptions.Multiline)
            .ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value);

        Assert.All(RuleCompilation.Rules, rule => Assert.Equal(groups[rule.Id[..4]], rule.Category));
        Assert.Equal(groups.Count, RuleCompilation.Rules.Select(rule => rule.Category).Distinct().Count());
    }

    // The constants of the model.
    private static bool NamesConstants(Diagnostic diagnostic) => diagnostic.Id == "CS0103" && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("'OrderBpmn'");

    private static string Page(string id) => RepositoryFiles.Read("docs", "rules", $"{id}.md");

    private static async Task<IEnumerable<string>> ReportedAsync(string page, string section)
    {
        var example = Regex.Match(page, $@"\n## {section}\n\n```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline);
        Assert.True(example.Success);

        var token = TestContext.Current.CancellationToken;
        var compilation = CSharpCompilation.Create(
            "Example",
            [Parse(RuleCompilation.Usings), Parse(example.Groups["code"].Value)],
            RuleCompilation.References,
            ((CSharpCompilationOptions)RuleCompilation.CompilationOptions).WithSpecificDiagnosticOptions(
                RuleCompilation.Rules.Where(rule => page.StartsWith($"# {rule.Id}:")).Select(rule => KeyValuePair.Create(rule.Id, ReportDiagnostic.Warn))));
        if (section == "Good")
        {
            Assert.DoesNotContain(
                compilation.GetDiagnostics(token),
                diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !UntilGenerated.Contains(diagnostic.Id) && !NamesConstants(diagnostic));
        }

        // The model that follows the code, or the one of the whole page.
        var own = Regex.Match(page[(example.Index + example.Length)..], @"\A\n\n```xml\n(?<xml>.*?)\n```", RegexOptions.Singleline);
        var model = own.Success ? own : Regex.Match(page, @"\n```xml\n(?<xml>.*?)\n```", RegexOptions.Singleline);
        var options = new AnalyzerOptions(model.Success ? [new ModelText(model.Groups["xml"].Value)] : []);
        var diagnostics = await compilation.WithAnalyzers([.. RuleCompilation.Analyzers], options).GetAnalyzerDiagnosticsAsync(token);
        return diagnostics.Select(diagnostic => diagnostic.Id).Distinct();

        static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, RuleCompilation.ParseOptions);
    }
}
