using System.IO.Compression;
using System.Xml.Linq;

namespace Camunda.ExternalTask.Package.Tests;

/// <summary>The packages, packed once for all tests, in a build of its own so that no other one is disturbed. Contents are those of the main one.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    /// <summary>A version that no feed carries.</summary>
    public const string Version = "0.0.0-packed";

    public static string Folder { get; } = Repository.At("artifacts", "package-tests");

    public static string Feed { get; } = Path.Combine(Folder, "feed");

    /// <summary>The paths in the package, those of the packaging format itself left out.</summary>
    public IReadOnlyList<string> Entries { get; private set; } = [];

    public XElement Metadata { get; private set; } = new("metadata");

    /// <summary>The version of <c>Microsoft.Extensions.Hosting</c> that goes with them.</summary>
    public static string HostingVersion { get; } =
        XDocument.Load(Repository.At("Directory.Packages.props")).Descendants("ExtensionsVersion").Single().Value;

    public async ValueTask InitializeAsync()
    {
        await UserProjects.PrepareAsync();
        await PackAsync("Camunda.ExternalTask");
        await PackAsync("Camunda.ExternalTask.Testing");
        using var package = Open();
        Entries = [.. package.Entries.Select(entry => entry.FullName).Where(IsContent).Order(StringComparer.Ordinal)];
        await using var nuspec = await package.GetEntry("Camunda.ExternalTask.nuspec")!.OpenAsync();
        Metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    public ZipArchive Open() => ZipFile.OpenRead(Path.Combine(Feed, $"Camunda.ExternalTask.{Version}.nupkg"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task<string> PackAsync(string project) => DotNet.SucceedAsync(
        Repository.Root,
        "pack",
        Repository.At("src", project),
        "--configuration", "Release",
        "--output", Feed,
        "--artifacts-path", Path.Combine(Folder, "build"),
        $"-p:Version={Version}");

    private static bool IsContent(string path) =>
        !path.StartsWith("_rels/", StringComparison.Ordinal) && !path.StartsWith("package/", StringComparison.Ordinal) && path is not "[Content_Types].xml";
}
