using System.Buffers.Binary;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Camunda.ExternalTask.Package.Tests;

/// <summary>What package sites and editors show of each package.</summary>
public sealed partial class PackageMetadataTests(PackedPackage package)
{
    private static readonly string RepositoryUrl =
        XDocument.Load(Repository.At("Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;

    public static TheoryData<string> Libraries => [PackedPackage.Runtime, PackedPackage.Testing, PackedPackage.Telemetry];

    public static TheoryData<string> All => [PackedPackage.Runtime, PackedPackage.Testing, PackedPackage.Telemetry, PackedPackage.Templates];

    [Theory, MemberData(nameof(All))]
    public void Says_what_it_is(string id)
    {
        var metadata = MetadataOf(id);
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal(id, Value("id"));
        Assert.Equal("Apache-2.0", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal(RepositoryUrl, Value("projectUrl"));
        Assert.Equal($"{RepositoryUrl}/blob/main/CHANGELOG.md", Value("releaseNotes"));
        Assert.All(["camunda", "operaton", "external-task"], tag => Assert.Contains(tag, Value("tags")!.Split(' ')));
        Assert.InRange(Value("description")!.Length, 80, 400);
    }

    [Theory, MemberData(nameof(All))]
    public void Names_the_commit_it_was_built_from(string id)
    {
        var repository = MetadataOf(id).Elements().Single(element => element.Name.LocalName == "repository");

        Assert.Equal("git", repository.Attribute("type")?.Value);
        Assert.Equal(RepositoryUrl, repository.Attribute("url")?.Value);
        Assert.Matches("^[0-9a-f]{40}$", repository.Attribute("commit")?.Value);
    }

    [Theory, MemberData(nameof(All))]
    public void Readme_has_no_relative_links(string id)
    {
        var links = Link().Matches(Encoding.UTF8.GetString(Read(id, "README.md"))).Select(link => link.Groups["target"].Value).ToList();

        Assert.Contains(links, link => link.StartsWith($"{RepositoryUrl}/blob/main/docs/", StringComparison.Ordinal));
        Assert.All(links, link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
        Assert.All(
            links.Where(link => link.StartsWith(RepositoryUrl, StringComparison.Ordinal)).Select(link => Repository.At(link[$"{RepositoryUrl}/blob/main/".Length..])),
            path => Assert.True(Path.Exists(path), path));
    }

    [Theory, MemberData(nameof(All))]
    public void Icon_has_the_recommended_size(string id)
    {
        var icon = Read(id, "icon.png");

        Assert.Equal([0x89, .. "PNG"u8], icon[..4]);
        Assert.Equal((128, 128), (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20))));
    }

    [Theory, MemberData(nameof(Libraries))]
    public void Assembly_is_built_deterministically(string id)
    {
        using var image = new PEReader(new MemoryStream(Read(id, $"lib/net10.0/{id}.dll")));

        Assert.Contains(image.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    private XElement MetadataOf(string id)
    {
        Assert.NotEmpty(package.Entries);
        return PackedPackage.MetadataOf(id);
    }

    private byte[] Read(string id, string path)
    {
        Assert.NotEmpty(package.Entries);
        return PackedPackage.Read(id, path);
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
