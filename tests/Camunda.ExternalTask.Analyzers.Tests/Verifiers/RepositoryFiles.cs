using Camunda.ExternalTask.Tests.Repository;

namespace Camunda.ExternalTask.Analyzers.Tests.Verifiers;

/// <summary>Files of the repository that the rules have to agree with.</summary>
internal static class RepositoryFiles
{
    public static string Root => RepositoryRoot.Folder;

    public static string RulePages { get; } = Path.Combine(Root, "docs", "rules");

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path])).ReplaceLineEndings("\n");
}
