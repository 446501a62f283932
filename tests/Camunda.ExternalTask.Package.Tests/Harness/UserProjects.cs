namespace Camunda.ExternalTask.Package.Tests;

/// <summary>A folder for users' projects: out of reach of this repository's build files, with the packed packages from a feed of their own.</summary>
internal static class UserProjects
{
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
    }

    /// <summary>An empty folder for a project.</summary>
    public static string Create(string name)
    {
        var folder = Path.Combine(PackedPackage.Folder, name);
        Delete(folder);
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>
    /// The packages come from the feed into a folder of their own, so that a stale one is never used; the others are those that this machine
    /// has restored already.
    /// </summary>
    private static async Task<string> ConfigurationAsync()
    {
        var packages = Path.Combine(PackedPackage.Folder, "packages");
        Delete(packages);
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
