using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Camunda.ExternalTask.Architecture.Tests;

/// <summary>The pages lead to each other, and their XML and JSON can be read. <c>GuideTests</c> compiles their C#.</summary>
public partial class DocumentationTests
{
    private const string Index = "docs/index.md";

    /// <summary>Its model has an error on purpose: the page is about models that cannot be read.</summary>
    private const string PageWithUnreadableModel = "docs/rules/CET7006.md";

    private static readonly Dictionary<string, MarkdownPage> Pages = MarkdownPage.All.ToDictionary(static page => page.Path);

    private static readonly string RepositoryUrl = XDocument.Load(MarkdownPage.At("Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;

    public static TheoryData<string> Paths => [.. Pages.Keys];

    [Theory, MemberData(nameof(Paths))]
    public void Links_lead_to_files_and_headings(string path)
    {
        Assert.All(Pages[path].Links, link => Assert.True(Exists(Target(path, link)), link));
    }

    [Fact]
    public void Broken_links_are_found()
    {
        Assert.False(Exists(Target("docs/values.md", "missing.md")));
        Assert.False(Exists(Target("docs/values.md", "#no-such-heading")));
        Assert.False(Exists(Target("docs/values.md", "client.md#no-such-heading")));
        Assert.False(Exists(Target("docs/values.md", $"{RepositoryUrl}/blob/main/docs/missing.md")));
        Assert.True(Exists(Target("docs/values.md", $"{RepositoryUrl}/tree/main/samples/Minimal")));
        Assert.True(Exists(Target("docs/values.md", "#converters")));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData(Index)]
    public void Every_page_is_reached_by_links(string start)
    {
        var reached = new HashSet<string> { start };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var path))
        {
            foreach (var (target, _) in Pages[path].Links.Select(link => Target(path, link)).OfType<(string Path, string Anchor)>())
            {
                if (Pages.ContainsKey(target) && reached.Add(target))
                {
                    open.Enqueue(target);
                }
            }
        }

        Assert.Empty(Pages.Keys.Where(static path => path.StartsWith("docs/", StringComparison.Ordinal)).Except(reached).Except([Index]));
    }

    /// <summary>The pages of the rules are listed by the page about the rules.</summary>
    [Fact]
    public void Index_and_contents_of_the_site_list_every_guide()
    {
        var guides = Pages.Keys.Where(static path => path.StartsWith("docs/", StringComparison.Ordinal) && !path.StartsWith("docs/rules/CET", StringComparison.Ordinal)).ToHashSet();
        var contents = ContentsEntry().Matches(File.ReadAllText(MarkdownPage.At("docs/toc.yml"))).Select(static entry => "docs/" + entry.Groups["page"].Value).ToList();
        var listed = Pages[Index].Links.Select(static link => Target(Index, link)?.Path).Append(Index);
        Assert.Equal(guides.Order(StringComparer.Ordinal), contents.Order(StringComparer.Ordinal));
        Assert.Empty(guides.Except(listed));
    }

    [Theory, MemberData(nameof(Paths))]
    public void Xml_and_json_can_be_read(string path)
    {
        var errors =
            from block in Pages[path].Blocks
            let error = block.Language switch
            {
                "xml" => ErrorOfXml(block.Code),
                "json" => ErrorOfJson(block.Code),
                _ => null,
            }
            where error is not null
            select $"{path}:{block.Line}: {error}";
        if (path == PageWithUnreadableModel)
        {
            Assert.Single(errors);
        }
        else
        {
            Assert.Empty(errors);
        }
    }

    /// <summary>A block without a language is not coloured, and no test looks at it. Diagrams are the only ones.</summary>
    [Theory, MemberData(nameof(Paths))]
    public void Every_block_names_its_language(string path) => Assert.Empty(
        Pages[path].Blocks.Where(static block => block.Language.Length == 0 && !block.Code.AsSpan().ContainsAny("─▶│")).Select(block => $"{path}:{block.Line}"));

    /// <returns>The file or folder and the anchor, or null for what is on other sites.</returns>
    private static (string Path, string Anchor)? Target(string page, string link)
    {
        if (RepositoryLink().Match(link) is { Success: true } own && link.StartsWith(RepositoryUrl, StringComparison.Ordinal))
        {
            link = "/" + own.Groups["path"].Value;
        }
        else if (link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? new Uri($"file:///{page}") : new(new($"file:///{page}"), parts[0]);
        return (Uri.UnescapeDataString(target.AbsolutePath.TrimStart('/')), parts.Length == 2 ? parts[1] : "");
    }

    private static bool Exists((string Path, string Anchor)? target) => target switch
    {
        null => true,
        var (path, anchor) when anchor.Length > 0 => Pages.TryGetValue(path, out var page) && page.Anchors.Contains(anchor),
        var (path, _) => Path.Exists(MarkdownPage.At(path)),
    };

    /// <summary>A piece of a project file or a model needs no root, and no declaration of <c>camunda</c>.</summary>
    private static string? ErrorOfXml(string code)
    {
        try
        {
            _ = code.StartsWith("<?xml", StringComparison.Ordinal)
                ? XDocument.Parse(code)
                : XDocument.Parse($"""<root xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">{code}</root>""");
            return null;
        }
        catch (XmlException exception)
        {
            return exception.Message;
        }
    }

    private static string? ErrorOfJson(string code)
    {
        try
        {
            using var document = JsonDocument.Parse(code);
            return null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }

    [GeneratedRegex(@"/(blob|tree)/main/(?<path>.+)$")]
    private static partial Regex RepositoryLink();

    [GeneratedRegex(@"href: (?<page>\S+\.md)$", RegexOptions.Multiline)]
    private static partial Regex ContentsEntry();
}
