namespace Camunda.ExternalTask.Tests.Repository;

/// <summary>The working copy that the tests run in.</summary>
internal static class RepositoryRoot
{
    /// <summary>Found by where the tests run, not by where they were compiled: a deterministic build has other paths.</summary>
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "global.json"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run from within the working copy."));
}
