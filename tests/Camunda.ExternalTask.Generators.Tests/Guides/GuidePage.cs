using System.Text.RegularExpressions;
using Camunda.ExternalTask.Generators.Tests.Driving;

namespace Camunda.ExternalTask.Generators.Tests.Guides;

/// <summary>A page with examples.</summary>
internal sealed partial class GuidePage
{
    private static readonly Dictionary<string, GuidePage> Pages = [];

    private GuidePage(string path)
    {
        var text = File.ReadAllText(Path.Combine(Repository, path)).ReplaceLineEndings("\n");
        var isRule = Path.GetFileName(path).StartsWith("CET", StringComparison.Ordinal);

        // The other examples of a rule are wrong on purpose. The tests of the rule pages compile them, too, and check what they report.
        var beginning = isRule ? text.IndexOf("\n## Good\n", StringComparison.Ordinal) : 0;
        var end = isRule ? text.IndexOf("\n## ", beginning + 1, StringComparison.Ordinal) : text.Length;
        var models = isRule ? Block().Matches(text).Where(static block => block.Groups["language"].Value == "xml").Select(static block => block.Groups["code"].Value).ToList() : [];
        Examples =
        [
            .. Block().Matches(text)
                .Where(block => block.Groups["language"].Value == "csharp" && block.Index >= beginning && block.Index < end)
                .Select(block => new Example(block.Groups["code"].Value, text[..block.Index].Count(static letter => letter == '\n') + 1, models)),
        ];
    }

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(SourceDriver.ProjectDirectory, "..", ".."));

    /// <summary>The pages from the root of the repository, with slashes.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        "README.md",
        .. Directory.EnumerateFiles(Path.Combine(Repository, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository, "src"), "README.md", SearchOption.AllDirectories))
            .Select(static path => Path.GetRelativePath(Repository, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    public IReadOnlyList<Example> Examples { get; }

    public static GuidePage Of(string path)
    {
        lock (Pages)
        {
            return Pages.TryGetValue(path, out var page) ? page : Pages[path] = new(path);
        }
    }

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
