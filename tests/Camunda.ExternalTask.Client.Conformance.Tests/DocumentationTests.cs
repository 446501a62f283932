using System.Text.RegularExpressions;
using Camunda.ExternalTask.Tests.Repository;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>The tests that the tables name exist.</summary>
public sealed partial class DocumentationTests
{
    private static readonly Dictionary<string, string> Projects = new()
    {
        ["C"] = "Camunda.ExternalTask.Client.Conformance.Tests",
        ["U"] = "Camunda.ExternalTask.Tests",
        ["G"] = "Camunda.ExternalTask.Generators.Tests",
        ["T"] = "Camunda.ExternalTask.Testing.Tests",
        ["O"] = "Camunda.ExternalTask.OAuth.Tests",
    };

    [Theory]
    [InlineData("feature-parity.md", 110)]
    [InlineData("conformance-cases.md", 110)]
    public void Every_test_that_is_named_exists(string page, int atLeast)
    {
        var names = TestName().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "docs", page)));
        Assert.True(names.Count >= atLeast, $"{names.Count} tests are named.");
        var sources = Projects.ToDictionary(static project => project.Key, static project => ClassesOf(project.Value));
        Assert.Empty(names
            .Where(name => !sources[name.Groups["project"].Value]
                .Any(source => source.Contains($"class {name.Groups["class"].Value}", StringComparison.Ordinal) && Regex.IsMatch(source, $@" {name.Groups["method"].Value}\w*\(")))
            .Select(static name => name.Value)
            .Distinct());
    }

    [Fact]
    public void No_row_of_the_feature_table_is_empty()
    {
        var rows = File.ReadLines(Path.Combine(RepositoryRoot.Folder, "docs", "feature-parity.md"))
            .Where(static line => FeatureRow().IsMatch(line))
            .Select(static line => line.Split(" | ").Select(static cell => cell.Trim('|', ' ')).ToArray())
            .ToList();
        Assert.Equal(Enumerable.Range(1, 125).Select(static number => $"{number}"), rows.Select(static row => row[0]));
        Assert.All(rows, static row => Assert.True(row.Length == 4 && row.All(static cell => cell is not ("" or "–")), row[0]));
    }

    [Fact]
    public void Every_case_is_a_test_with_its_number_in_its_name()
    {
        var methods = Projects.ToDictionary(static project => project.Key, static project => string.Concat(ClassesOf(project.Value)));
        var rows = File.ReadLines(Path.Combine(RepositoryRoot.Folder, "docs", "conformance-cases.md"))
            .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Where(static cells => cells.Length == 3 && char.IsAsciiDigit(cells[0].FirstOrDefault()))
            .Select(cells => (
                Numbers: NumbersIn(cells[0], "–"),
                Tested: TestName().Matches(cells[2])
                    .SelectMany(name => Regex.Matches(methods[name.Groups["project"].Value], $@"(?<= ){name.Groups["method"].Value}\w*(?=\()"))
                    .SelectMany(static method => NumbersIn(CaseNumbers().Match(method.Value).Value, "_to_"))
                    .ToHashSet()))
            .ToList();
        Assert.True(rows.Count > 80, $"{rows.Count} rows have numbers.");
        Assert.All(rows, static row => Assert.Empty(row.Numbers.Except(row.Tested)));
    }

    /// <summary>The numbers of cases in a text, without leading zeros, and all of a range.</summary>
    private static HashSet<string> NumbersIn(string text, string to) =>
    [
        .. Number().Matches(text).Select(static number => number.Value.TrimStart('0')),
        .. Regex.Matches(text, $"([0-9]+){to}([0-9]+)").SelectMany(static range =>
            Enumerable.Range(int.Parse(range.Groups[1].Value), int.Parse(range.Groups[2].Value) - int.Parse(range.Groups[1].Value) + 1).Select(static number => $"{number}")),
    ];

    private static List<string> ClassesOf(string project)
    {
        var folder = Path.Combine(RepositoryRoot.Folder, "tests", project);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)] : [];
    }

    [GeneratedRegex(@"(?<project>[A-Z]) `(?<class>\w+)\.(?<method>\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^\| \d+ \|")]
    private static partial Regex FeatureRow();

    [GeneratedRegex("[0-9]+a?")]
    private static partial Regex Number();

    [GeneratedRegex("^Case([0-9]{3}a?)(_(and|to)_[0-9]{3}a?)*")]
    private static partial Regex CaseNumbers();
}
