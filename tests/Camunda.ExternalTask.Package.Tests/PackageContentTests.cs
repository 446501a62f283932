using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(Camunda.ExternalTask.Package.Tests.PackedPackage))]

namespace Camunda.ExternalTask.Package.Tests;

public sealed class PackageContentTests(PackedPackage package)
{
    private const string CompilerSlot = "analyzers/dotnet/roslyn4.8/cs/";

    [Fact]
    [Trait("Security", "S19")]
    public void Holds_runtime_compiler_parts_and_build_files_and_nothing_else() => Assert.Equal(
        [
            "Camunda.ExternalTask.nuspec",
            "README.md",
            CompilerSlot + "Camunda.ExternalTask.Analyzers.dll",
            CompilerSlot + "Camunda.ExternalTask.CodeFixes.dll",
            CompilerSlot + "Camunda.ExternalTask.Generators.dll",
            "build/net10.0/Camunda.ExternalTask.props",
            "build/net10.0/Camunda.ExternalTask.targets",
            "buildTransitive/net10.0/Camunda.ExternalTask.props",
            "buildTransitive/net10.0/Camunda.ExternalTask.targets",
            "icon.png",
            "lib/net10.0/Camunda.ExternalTask.dll",
            "lib/net10.0/Camunda.ExternalTask.xml",
        ],
        package.Entries);

    [Fact]
    public void Templates_name_the_versions_that_this_repository_is_tested_with()
    {
        Assert.NotEmpty(package.Entries);
        var tested = XDocument.Load(Repository.At("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(
                version => version.Attribute("Include")!.Value,
                version => version.Attribute("Version")!.Value.Replace("$(ExtensionsVersion)", PackedPackage.HostingVersion, StringComparison.Ordinal));
        var projects = PackedPackage.EntriesOf(PackedPackage.Templates).Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)).ToList();
        var references = projects
            .SelectMany(path => XDocument.Load(new MemoryStream(PackedPackage.Read(PackedPackage.Templates, path))).Descendants("PackageReference"))
            .Select(reference => (Id: reference.Attribute("Include")!.Value, Version: reference.Attribute("Version")!.Value))
            .ToLookup(reference => reference.Id.StartsWith("Camunda.", StringComparison.Ordinal));

        Assert.Equal(3, projects.Count);
        Assert.All(references[true], reference => Assert.Equal("CAMUNDA-EXTERNAL-TASK-VERSION", reference.Version));
        Assert.All(references[false], reference => Assert.Equal(tested[reference.Id], reference.Version));
    }

    [Fact]
    [Trait("Security", "S19")]
    public void Depends_on_nothing_but_the_first_version_of_the_extensions()
    {
        var dependencies = package.Metadata.Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .Select(element => (Id: element.Attribute("id")!.Value, Version: element.Attribute("version")!.Value)).ToList();

        Assert.NotEmpty(dependencies);
        Assert.All(dependencies, dependency => Assert.StartsWith("Microsoft.Extensions.", dependency.Id, StringComparison.Ordinal));
        Assert.All(dependencies, dependency => Assert.Equal("10.0.0", dependency.Version));
    }

    [Theory]
    [InlineData("Analyzers")]
    [InlineData("CodeFixes")]
    [InlineData("Generators")]
    public void Compiler_parts_need_only_what_the_oldest_compiler_has(string part)
    {
        string[] provided =
        [
            "netstandard", "Microsoft.CodeAnalysis", "System.Collections.Immutable", "System.Memory", "System.Reflection.Metadata", "System.Composition",
            "Camunda.ExternalTask.Analyzers", "Camunda.ExternalTask.Generators",
        ];
        var references = References($"{CompilerSlot}Camunda.ExternalTask.{part}.dll");

        Assert.All(references, reference => Assert.Contains(provided, name => reference.Name == name || reference.Name.StartsWith(name + ".", StringComparison.Ordinal)));
        Assert.All(
            references.Where(reference => reference.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            reference => Assert.True(reference.Version <= new Version(4, 8, 0, 0), $"{reference.Name} {reference.Version}"));
    }

    private static List<(string Name, Version Version)> References(string path)
    {
        using var image = new PEReader(new MemoryStream(PackedPackage.Read(PackedPackage.Runtime, path)));
        var metadata = image.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle));
        return [.. references.Select(reference => (metadata.GetString(reference.Name), reference.Version))];
    }
}
