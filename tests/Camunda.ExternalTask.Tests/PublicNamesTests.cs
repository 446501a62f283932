using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Tests;

/// <summary>A file that imports both packages, and what most files import besides, can use every public name without qualifying it.</summary>
public class PublicNamesTests
{
    /// <summary>The implicit usings of console, worker, web and test projects, and those that a worker's set-up and its tests write themselves.</summary>
    private static readonly HashSet<string> CommonNamespaces =
    [
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Diagnostics.HealthChecks",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Http", "Microsoft.Extensions.Logging", "Microsoft.Extensions.Options",
        "Microsoft.Extensions.Time.Testing",
        "System", "System.Collections.Generic", "System.Diagnostics", "System.Globalization", "System.IO", "System.Linq", "System.Net", "System.Net.Http",
        "System.Net.Http.Json", "System.Text", "System.Text.Json", "System.Text.Json.Serialization", "System.Threading", "System.Threading.Tasks",
        "Xunit",
    ];

    private static readonly Assembly[] Packages = [typeof(ExternalTaskClient).Assembly, typeof(InMemoryEngine).Assembly];

    [Fact]
    public void No_public_type_has_its_name_in_both_packages()
    {
        var names = Array.ConvertAll(Packages, static package => package.GetExportedTypes().Where(static type => !type.IsNested).Select(static type => type.Name.Split('`')[0]));

        Assert.Empty(names[0].Intersect(names[1]));
    }

    [Fact]
    public void No_extension_method_has_its_name_in_both_packages()
    {
        var names = Array.ConvertAll(Packages, static package => package.GetExportedTypes().SelectMany(ExtensionsOf));

        Assert.Empty(names[0].Intersect(names[1]));
    }

    [Fact]
    public void No_public_type_has_the_name_of_one_in_a_namespace_that_most_files_import()
    {
        var common = PlatformFiles().SelectMany(CommonTypesOf).ToHashSet();

        Assert.Contains("IServiceCollection", common);
        Assert.Contains("Assert", common);
        Assert.Contains("FakeTimeProvider", common);
        Assert.Empty(Packages.SelectMany(static package => package.GetExportedTypes()).Where(static type => !type.IsNested).Select(static type => type.Name).Intersect(common));
    }

    private static IEnumerable<string> ExtensionsOf(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(static method => method.IsDefined(typeof(ExtensionAttribute)))
        .Select(static method => method.Name);

    private static IEnumerable<string> PlatformFiles() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Except(Packages.Select(static package => package.Location));

    private static List<string> CommonTypesOf(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        if (!image.HasMetadata)
        {
            return [];
        }

        var metadata = image.GetMetadataReader();
        return
        [
            .. from handle in metadata.TypeDefinitions
               let type = metadata.GetTypeDefinition(handle)
               where (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public && CommonNamespaces.Contains(metadata.GetString(type.Namespace))
               select metadata.GetString(type.Name),
        ];
    }
}
