using Camunda.ExternalTask.Tests.Repository;

namespace Camunda.ExternalTask.Architecture.Tests;

/// <summary>The limits of <c>CONTRIBUTING.md</c> for files and lines of the packages, the samples and the benchmarks.</summary>
public class StyleTests
{
    private const int MaxLines = 250;
    private const int MaxCharacters = 180;

    public static TheoryData<string> Folders => ["src", "generators", "analyzers", "samples", "benchmarks"];

    [Theory, MemberData(nameof(Folders))]
    public void No_file_is_longer_than_250_lines(string folder) =>
        Assert.Empty(Sources(folder).Where(static file => File.ReadLines(file).Count() > MaxLines).Select(NameOf));

    [Theory, MemberData(nameof(Folders))]
    public void No_line_is_longer_than_180_characters(string folder) =>
        Assert.Empty(
            from file in Sources(folder)
            from line in File.ReadLines(file).Index()
            where line.Item.Length > MaxCharacters
            select $"{NameOf(file)}:{line.Index + 1}");

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Folder, folder), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string NameOf(string file) => Path.GetRelativePath(RepositoryRoot.Folder, file);
}
