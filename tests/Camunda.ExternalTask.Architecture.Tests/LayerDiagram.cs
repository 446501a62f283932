using Camunda.ExternalTask.Tests.Repository;

namespace Camunda.ExternalTask.Architecture.Tests;

/// <summary>The blocks <c>layers</c> of <c>docs/architecture.md</c>: a line per folder, the highest layer first.</summary>
internal static class LayerDiagram
{
    private const string Opening = "```layers ";

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = Read(Path.Combine(RepositoryRoot.Folder, "docs", "architecture.md"));

    private static Dictionary<string, IReadOnlyList<string>> Read(string page)
    {
        var diagrams = new Dictionary<string, IReadOnlyList<string>>();
        List<string>? layers = null;
        foreach (var line in File.ReadLines(page))
        {
            if (line.StartsWith(Opening, StringComparison.Ordinal))
            {
                diagrams.Add(line[Opening.Length..].Trim(), layers = []);
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                layers = null;
            }
            else if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var folder, ..])
            {
                layers?.Add(folder);
            }
        }

        return diagrams;
    }
}
