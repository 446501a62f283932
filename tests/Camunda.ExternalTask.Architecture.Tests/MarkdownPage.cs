using System.Text.RegularExpressions;
using Camunda.ExternalTask.Tests.Repository;

namespace Camunda.ExternalTask.Architecture.Tests;

/// <summary>A Markdown file of the repository.</summary>
/// <param name="Path">The path from the root of the repository, with slashes.</param>
internal sealed partial record MarkdownPage(string Path)
{
    private static readonly string[] GuideRoots = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"];

    private string? _text;

    /// <summary>What users and contributors read: the pages at the root, those of <c>docs</c>, and the ones that the packages carry.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
    [
        .. GuideRoots.Select(static path => new MarkdownPage(path)),
        .. Directory.EnumerateFiles(At("docs"), "*.md", SearchOption.AllDirectories).Select(Relative).Order(StringComparer.Ordinal).Select(static path => new MarkdownPage(path)),
        .. Directory.EnumerateDirectories(At("src")).Select(static folder => System.IO.Path.Combine(folder, "README.md")).Where(File.Exists).Select(Relative)
            .Order(StringComparer.Ordinal).Select(static path => new MarkdownPage(path)),
    ];

    public static string At(string path) => System.IO.Path.Combine(RepositoryRoot.Folder, path);

    public string Text => _text ??= File.ReadAllText(At(Path)).ReplaceLineEndings("\n");

    /// <summary>The fenced blocks: language, code, and the line on which the fence opens.</summary>
    public IEnumerable<(string Language, string Code, int Line)> Blocks => Fence().Matches(Text)
        .Select(fence => (fence.Groups["language"].Value, fence.Groups["code"].Value, Text[..fence.Index].Count(static letter => letter == '\n') + 1));

    /// <summary>The targets of links and images outside of code.</summary>
    public IEnumerable<string> Links => Link().Matches(Prose).Select(static link => link.Groups["target"].Value);

    /// <summary>The anchors of the headings, as GitHub and docfx make them.</summary>
    public IReadOnlySet<string> Anchors
    {
        get
        {
            var anchors = new HashSet<string>(StringComparer.Ordinal);
            foreach (var heading in Heading().Matches(WithoutFences).Select(static heading => heading.Groups["title"].Value))
            {
                var anchor = NotInAnchor().Replace(LinkText().Replace(heading, "${text}").ToLowerInvariant(), "").Replace(' ', '-');
                for (var number = 0; !anchors.Add(number == 0 ? anchor : $"{anchor}-{number}"); number++)
                {
                }
            }

            return anchors;
        }
    }

    private string WithoutFences => Fence().Replace(Text, "");

    private string Prose => InlineCode().Replace(WithoutFences, "");

    private static string Relative(string file) => System.IO.Path.GetRelativePath(RepositoryRoot.Folder, file).Replace('\\', '/');

    [GeneratedRegex(@"^```(?<language>[^\n]*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)|^\[[^\]]+\]: (?<target>\S+)", RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex InlineCode();
}
