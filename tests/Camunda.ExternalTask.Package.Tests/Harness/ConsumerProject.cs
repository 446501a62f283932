using System.Xml.Linq;

namespace Camunda.ExternalTask.Package.Tests;

/// <summary>A user's project: a copy of the folder Consumer, out of reach of this repository's build files, with the packed package from a feed of its own.</summary>
public sealed class ConsumerProject : IAsyncLifetime
{
    private static readonly string _folder = Path.Combine(PackedPackage.Folder, "consumer");

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        Directory.CreateDirectory(_folder);
        foreach (var file in Directory.EnumerateFiles(Repository.At("tests", "Camunda.ExternalTask.Package.Tests", "Consumer")))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        foreach (var wall in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, wall), "<Project />\n");
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, ".editorconfig"), "root = true\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "nuget.config"), await ConfigurationAsync());
        await DotNet.SucceedAsync(_folder, ["restore", .. Properties]);
    }

    /// <summary>Builds it again from scratch.</summary>
    public Task<(int ExitCode, string Output)> BuildAsync(params string[] properties) =>
        DotNet.RunAsync(_folder, ["build", "--no-restore", "--no-incremental", .. Properties, .. properties.Select(property => $"-p:{property}")]);

    public async Task<string> RunAsync()
    {
        var (exitCode, output) = await BuildAsync();
        Assert.True(exitCode == 0, output);
        return await DotNet.SucceedAsync(_folder, Path.Combine("bin", "Debug", "net10.0", "Consumer.dll"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string[] Properties { get; } =
        [$"-p:CamundaExternalTaskVersion={PackedPackage.Version}", $"-p:HostingVersion={HostingVersion()}"];

    private static string HostingVersion() =>
        XDocument.Load(Repository.At("Directory.Packages.props")).Descendants("ExtensionsVersion").Single().Value;

    /// <summary>The package comes from the feed into a folder of its own, so that a stale one is never used; what this machine has restored already is not fetched again.</summary>
    private static async Task<string> ConfigurationAsync()
    {
        var packages = Path.Combine(PackedPackage.Folder, "packages");
        if (Directory.Exists(packages))
        {
            Directory.Delete(packages, recursive: true);
        }

        var restored = (await DotNet.SucceedAsync(Repository.Root, "nuget", "locals", "global-packages", "--list")).Split("global-packages:")[1].Trim();
        return $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{packages}" /></config>
              <fallbackPackageFolders><add key="restored" value="{restored}" /></fallbackPackageFolders>
              <packageSources><add key="packed" value="{PackedPackage.Feed}" /></packageSources>
            </configuration>
            """;
    }
}
