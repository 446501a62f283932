using Camunda.ExternalTask.Tests.Repository;

namespace Camunda.ExternalTask.Tests.Hosting;

/// <summary>A generated section of a page in <c>docs</c>, between the comments <c>begin</c> and <c>end</c> with its name. <c>UPDATE_SNAPSHOTS=1</c> writes it.</summary>
internal static class GeneratedSection
{
    private static readonly string Docs = Path.Combine(RepositoryRoot.Folder, "docs");

    public static string Read(string page) => File.ReadAllText(Path.Combine(Docs, page));

    public static void Check(string page, string section, string expected)
    {
        var text = Read(page);
        var begin = $"<!-- begin {section} -->\n";
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf($"<!-- end {section} -->", StringComparison.Ordinal);
        Assert.True(from >= begin.Length && to >= from, $"docs/{page} has no section '{section}'.");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Path.Combine(Docs, page), string.Concat(text[..from], expected, text[to..]));
            return;
        }

        Assert.Equal(expected, text[from..to]);
    }
}
