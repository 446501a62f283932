using System.IO.Compression;
using System.Xml.Linq;

namespace Camunda.ExternalTask.Package.Tests;

/// <summary>The packages, packed once for all tests, in a build of its own so that no other one is disturbed.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    /// <summary>A version that no feed carries.</summary>
    public const string Version = "0.0.0-packed";

    public static string Folder { get; } = Repository.At("artifacts", "package-tests");

    public static string Feed { get; } = Path.Combine(Folder, "feed");

    public const string Runtime = "Camunda.ExternalTask";

    public const string Testing = "Camunda.ExternalTask.Testing";

    public const string Telemetry = "Camunda.ExternalTask.OpenTelemetry";

    public const string Templates = "Camunda.ExternalTask.Templates";

    /// <summary>The paths in the main package, those of the packaging format itself left out.</summary>
    public IReadOnlyList<string> Entries { get; private set; } = [];

    /// <summary>The metadata of the main package.</summary>
    public XElement Metadata { get; private set; } = new("metadata");

    /// <summary>The version of <c>Microsoft.Extensions.Hosting</c> that goes with them.</summary>
    public static string HostingVersion { get; } =
        XDocument.Load(Repository.At("Directory.Packages.props")).Descendants("ExtensionsVersion").Single().Value;

    public async ValueTask InitializeAsync()
    {
        await UserProjects.PrepareAsync();
        await PackAsync(Runtime);
        await PackAsync(Testing);
        await PackAsync(Telemetry);
        await PackAsync(Templates);
        Entries = EntriesOf(Runtime);
        Metadata = MetadataOf(Runtime);
    }

    public static ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{Version}.nupkg"));

    public static IReadOnlyList<string> EntriesOf(string id)
    {
        using var package = Open(id);
        return [.. package.Entries.Select(entry => entry.FullName).Where(IsContent).Order(StringComparer.Ordinal)];
    }

    public static XElement MetadataOf(string id)
    {
        using var nuspec = new MemoryStream(Read(id, $"{id}.nuspec"));
        return XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    /// <summary>The content of a file in a package.</summary>
    public static byte[] Read(string id, string path)
    {
        using var package = Open(id);
        using var entry = package.GetEntry(path)!.Open();
        using var content = new MemoryStream();
        entry.CopyTo(content);
        return content.ToArray();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task<string> PackAsync(string project) => DotNet.SucceedAsync(
        Repository.Root,
        "pack",
        Repository.At("src", project),
        "--configuration", "Release",
        "--output", Feed,
        "--artifacts-path", Path.Combine(Folder, "build"),
        "-p:RunAnalyzers=false",
        $"-p:Version={Version}");

    private static bool IsContent(string path) =>
        !path.StartsWith("_rels/", StringComparison.Ordinal) && !path.StartsWith("package/", StringComparison.Ordinal) && path is not "[Content_Types].xml";
}
