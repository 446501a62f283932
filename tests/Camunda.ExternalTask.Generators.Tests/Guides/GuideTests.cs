using Camunda.ExternalTask.Generators.Tests.Driving;
using Camunda.ExternalTask.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.EntityFrameworkCore;

namespace Camunda.ExternalTask.Generators.Tests.Guides;

/// <summary>The examples of the guides compile, as they stand there, with what the generator writes.</summary>
public class GuideTests
{
    /// <summary>What is left out, and why.</summary>
    private static readonly Dictionary<string, string> Excluded = new()
    {
        ["docs/api.md"] = "Declarations without bodies. ApiPageTests compares them with the assemblies.",
        ["docs/examples.md"] = "What the examples are compiled with. It compiles with each of them.",
        ["docs/rules/CET1023.md"] = "Needs a second project. The tests of the rule pages compile it with one.",
    };

    /// <summary>That of a project of the current framework.</summary>
    private const LanguageVersion Version = LanguageVersion.CSharp14;

    /// <summary>What a project has with <c>ImplicitUsings</c>, besides what all test sources have.</summary>
    private const string ImplicitUsings = "global using System.IO; global using System.Linq; global using System.Net.Http;";

    private const string Web = "using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Diagnostics.HealthChecks; using Camunda.ExternalTask.Generated;";

    private static readonly MetadataReference[] References =
    [
        .. SourceDriver.Extensions,
        .. Trusted("Microsoft.AspNetCore.", "Microsoft.EntityFrameworkCore", "OpenTelemetry", "Camunda.ExternalTask.OpenTelemetry"),
        MetadataReference.CreateFromFile(typeof(InMemoryEngine).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Assert).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.Time.Testing.FakeTimeProvider).Assembly.Location),
    ];

    private static readonly string CamundaWorker = File.ReadAllText(Path.Combine(GuidePage.Repository, "tests", "Shared", "CamundaWorker", "CamundaWorker.cs"));

    public static TheoryData<string, int> Examples => new(
        from page in GuidePage.Paths.Except(Excluded.Keys)
        from example in GuidePage.Of(page).Examples
        select (page, example.Line));

    [Theory, MemberData(nameof(Examples))]
    public void An_example_compiles(string path, int line)
    {
        var page = GuidePage.Of(path);
        var example = page.Examples.Single(example => example.Line == line);
        var sources = example.IsFile ? new[] { example.Code, Around(page, example) } : [Around(page, example)];
        var others = example.Code.Contains("using Camunda.Worker;", StringComparison.Ordinal) ? new[] { CamundaWorker } : [];
        var compilation = SourceDriver.Compilation(Version, [ImplicitUsings, .. sources, .. others]).AddReferences(References);
        var kind = example is { IsFile: true, Statements.Length: > 0 } ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var complete = SourceDriver.Complete(compilation.WithOptions(compilation.Options.WithOutputKind(kind)), Version, [.. example.Models.Select(static model => new TextFile("order.bpmn", model))]);
        Assert.Empty(SourceDriver.Complaints(complete));
    }

    /// <summary>A page that is renamed or compiles by now is not left out.</summary>
    [Fact]
    public void What_is_left_out_exists() => Assert.Empty(Excluded.Keys.Except(GuidePage.Paths));

    [Fact]
    public void Mistakes_are_found()
    {
        var example = new Example("worker.NoSuchMethod();\n", 1, []);
        var compilation = SourceDriver.Compilation(Version, ImplicitUsings, Around(GuidePage.Of("README.md"), example)).AddReferences(References);
        Assert.Equal(["CS1061"], SourceDriver.Complaints(SourceDriver.Complete(compilation, Version)).Select(static complaint => complaint.Id));
    }

    /// <summary>The file that an example is part of, or the types that a whole file uses.</summary>
    private static string Around(GuidePage page, Example example)
    {
        var types = example.IsFile ? "" : example.Types;
        var method = example.IsFile || example.Statements.Length == 0 ? "" : $$"""
            public static class Surroundings
            {
                {{ExamplesPage.Method(example)}}
                {
                    await Task.Yield();
            {{example.Statements}}
                    {{(example.Statements.Contains("\nreturn ", StringComparison.Ordinal) ? "" : "return default;")}}
                }
            }
            """;
        var usings = ExamplesPage.Usings.Concat(Earlier(page, example).SelectMany(static earlier => earlier.Usings)).Distinct();
        return $"{string.Join('\n', usings)}\n{Web}\n{method}\n{types}\n{ExamplesPage.MemberIn(example)}\n{string.Join('\n', TypesOf(page, example))}";
    }

    /// <summary>The types of the earlier examples of the page and then those of the page about the examples, each name once.</summary>
    private static IEnumerable<string> TypesOf(GuidePage page, Example example)
    {
        var known = example.NamesOfTypes.ToHashSet();
        return Earlier(page, example).Reverse()
            .SelectMany(static earlier => earlier.Declarations)
            .Concat(ExamplesPage.Types)
            .Where(type => known.Add(type.Identifier.Text))
            .Select(static type => type.ToFullString());
    }

    private static IEnumerable<Example> Earlier(GuidePage page, Example example) =>
        page.Examples.Where(earlier => earlier.Line < example.Line && !earlier.Code.Contains("using Camunda.Worker;", StringComparison.Ordinal));

    private static IEnumerable<MetadataReference> Trusted(params string[] beginnings)
    {
        Assert.NotNull(typeof(DbContext).Assembly);
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => beginnings.Any(beginning => Path.GetFileName(path).StartsWith(beginning, StringComparison.Ordinal)))
            .Select(static path => MetadataReference.CreateFromFile(path));
    }
}
