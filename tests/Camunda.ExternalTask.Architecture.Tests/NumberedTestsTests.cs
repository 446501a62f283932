using System.Text.RegularExpressions;
using Camunda.ExternalTask.Tests.Repository;

namespace Camunda.ExternalTask.Architecture.Tests;

/// <summary>The tables of situations and of security requirements name tests, and those tests carry the numbers as traits.</summary>
public partial class NumberedTestsTests
{
    public static TheoryData<string, string, string, int> Pages => new()
    {
        { "failure-situations.md", "Situation", "", 80 },
        { "security.md", "Security", "S", 19 },
    };

    [Theory, MemberData(nameof(Pages))]
    public void Each_number_has_a_row(string page, string trait, string prefix, int count)
    {
        Assert.NotEmpty(trait);
        Assert.Equal(Enumerable.Range(1, count).Select(number => $"{prefix}{number}"), RowsOf(page, prefix).Select(static row => row.Number));
    }

    [Theory, MemberData(nameof(Pages))]
    public void Each_row_without_a_test_says_why(string page, string trait, string prefix, int count)
    {
        var untested = RowsOf(page, prefix).Where(static row => row.Tests.Count == 0).ToList();

        Assert.All(untested, static row => Assert.Contains("Not tested:", row.Text));
        Assert.True(untested.Count < count / 4, trait);
    }

    [Theory, MemberData(nameof(Pages))]
    public void Each_named_test_exists_and_carries_the_number(string page, string trait, string prefix, int count)
    {
        var named = RowsOf(page, prefix).SelectMany(static row => row.Tests.Select(test => $"{row.Number} {test}")).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(named.Count >= count * 3 / 4);
        Assert.Equal(named, TestsWith(trait).Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Number, List<string> Tests, string Text)> RowsOf(string page, string prefix) =>
        from line in File.ReadLines(Path.Combine(RepositoryRoot.Folder, "docs", page))
        let row = Regex.Match(line, $@"^\| ({prefix}\d+) \|.*\| ([^|]*) \|$")
        where row.Success
        select (row.Groups[1].Value, NamedTest().Matches(row.Groups[2].Value).Select(static test => test.Groups[1].Value).ToList(), line);

    /// <summary>Returns the number and the name of each test that has the trait. The projects of the tests cannot all be loaded here, so it reads their sources.</summary>
    private static IEnumerable<string> TestsWith(string trait)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Folder, "tests"), "*.cs", SearchOption.AllDirectories)
                     .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            List<string> numbers = [];
            foreach (var line in File.ReadLines(file))
            {
                if (Regex.Match(line, $@"^\s*\[Trait\(""{trait}"", ""(\w+)""\)\]$") is { Success: true } match)
                {
                    numbers.Add(match.Groups[1].Value);
                }
                else if (TestMethod().Match(line) is { Success: true } method)
                {
                    foreach (var number in numbers)
                    {
                        yield return $"{number} {Path.GetFileNameWithoutExtension(file)}.{method.Groups[1].Value}";
                    }

                    numbers.Clear();
                }
            }
        }
    }

    [GeneratedRegex(@"`(\w+\.\w+)`")]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"^\s*public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex TestMethod();
}
