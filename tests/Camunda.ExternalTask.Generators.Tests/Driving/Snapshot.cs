using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Tests.Driving;

/// <summary>Compares generated text with a file of <c>Snapshots</c>. <c>UPDATE_SNAPSHOTS=1</c> writes the files instead.</summary>
internal static partial class Snapshot
{
    public static void Matches(string name, GeneratorRunResult result)
    {
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        var text = new StringBuilder();
        foreach (var source in result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal))
        {
            text.Append("//// ").Append(source.HintName).Append('\n').Append(source.SourceText).Append('\n');
        }

        var actual = Version().Replace(text.ToString(), "GeneratedCode(\"$1\", \"VERSION\")");
        var path = Path.Combine(SourceDriver.ProjectDirectory, "Snapshots", $"{name}.g.cs.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"There is no snapshot {name}. Set UPDATE_SNAPSHOTS=1 and look at what is written.");
        var expected = File.ReadAllText(path);
        Assert.True(expected == actual, Difference(name, expected.Split('\n'), actual.Split('\n')));
    }

    private static string Difference(string name, string[] expected, string[] actual)
    {
        var start = 0;
        while (start < expected.Length && start < actual.Length && expected[start] == actual[start])
        {
            start++;
        }

        var end = 0;
        while (end < expected.Length - start && end < actual.Length - start && expected[^(end + 1)] == actual[^(end + 1)])
        {
            end++;
        }

        var text = new StringBuilder($"The generated code is not what Snapshots/{name}.g.cs.txt says. If it is meant to be, set UPDATE_SNAPSHOTS=1.\n");
        Append("  ", expected[Math.Max(0, start - 3)..start]);
        Append("- ", expected[start..^end]);
        Append("+ ", actual[start..^end]);
        Append("  ", expected[(expected.Length - end)..Math.Min(expected.Length, expected.Length - end + 3)]);
        return text.ToString();

        void Append(string mark, string[] lines)
        {
            foreach (var line in lines.Take(60))
            {
                text.Append(mark).Append(line).Append('\n');
            }
        }
    }

    [GeneratedRegex("GeneratedCode\\(\"([^\"]+)\", \"[0-9.]+\"\\)")]
    private static partial Regex Version();
}
