namespace Camunda.ExternalTask.Package.Tests;

/// <summary>A folder for users' projects: out of reach of this repository's build files, with the packed packages from a feed of their own.</summary>
internal static class UserProjects
{
    private static IReadOnlyList<string> _registries = [];

    /// <summary>Writes what all projects share.</summary>
    public static async Task PrepareAsync()
    {
        Directory.CreateDirectory(PackedPackage.Folder);
        foreach (var wall in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            await File.WriteAllTextAsync(Path.Combine(PackedPackage.Folder, wall), "<Project />\n");
        }

        await File.WriteAllTextAsync(Path.Combine(PackedPackage.Folder, ".editorconfig"), "root = true\n");
        await File.WriteAllTextAsync(Path.Combine(PackedPackage.Folder, "nuget.config"), await ConfigurationAsync());
        _registries = (await DotNet.SucceedAsync(Repository.Root, "nuget", "list", "source", "--format", "short"))
            .Split('\n').Where(line => line.StartsWith("E ", StringComparison.Ordinal)).Select(line => line[2..].Trim()).ToList();
    }

    /// <summary>An empty folder for a project.</summary>
    /// <param name="name">The name of the folder.</param>
    /// <param name="online">Whether its packages also come from the registries of this machine: for packages that this repository does not use.</param>
    public static string Create(string name, bool online = false)
    {
        var folder = Path.Combine(PackedPackage.Folder, name);
        Delete(folder);
        Directory.CreateDirectory(folder);
        if (online)
        {
            var sources = string.Concat(_registries.Select((registry, index) => $"<add key=\"registry{index}\" value=\"{registry}\" />"));
            File.WriteAllText(
                Path.Combine(folder, "nuget.config"),
                $"<configuration><packageSources>{sources}</packageSources><packageSourceMapping><clear /></packageSourceMapping></configuration>");
        }

        return folder;
    }

    /// <summary>
    /// The packages come from the feed into a folder of their own, which loses them before each run, so that a stale one is never used. The others
    /// are those that this machine has restored already.
    /// </summary>
    private static async Task<string> ConfigurationAsync()
    {
        var packages = Path.Combine(PackedPackage.Folder, "packages");
        foreach (var stale in Directory.CreateDirectory(packages).EnumerateDirectories("camunda.*").ToList())
        {
            stale.Delete(recursive: true);
        }

        var restored = (await DotNet.SucceedAsync(Repository.Root, "nuget", "locals", "global-packages", "--list")).Split("global-packages:")[1].Trim();
        return $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{packages}" /></config>
              <fallbackPackageFolders><add key="restored" value="{restored}" /></fallbackPackageFolders>
              <packageSources>
                <clear />
                <add key="packed" value="{PackedPackage.Feed}" />
                <add key="restored" value="{restored}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="packed"><package pattern="Camunda.*" /></packageSource>
                <packageSource key="restored"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """;
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
