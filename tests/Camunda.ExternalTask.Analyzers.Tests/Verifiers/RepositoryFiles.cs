using System.Runtime.CompilerServices;

namespace Camunda.ExternalTask.Analyzers.Tests.Verifiers;

/// <summary>Files of the repository that the rules have to agree with.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string RulePages { get; } = Path.Combine(Root, "docs", "rules");

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path])).ReplaceLineEndings("\n");

    private static string FindRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
