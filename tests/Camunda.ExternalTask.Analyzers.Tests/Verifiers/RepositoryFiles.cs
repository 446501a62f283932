namespace Camunda.ExternalTask.Analyzers.Tests.Verifiers;

/// <summary>Files of the repository that the rules have to agree with.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string RulePages { get; } = Path.Combine(Root, "docs", "rules");

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path])).ReplaceLineEndings("\n");

    // By where the tests run, not by where they were compiled: a deterministic build says /_/ instead.
    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run from within the working copy.");
        }

        return folder;
    }
}
