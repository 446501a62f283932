using System.Reflection;
using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Tests.Repository;
using OpenTelemetry.Trace;

namespace Camunda.ExternalTask.Tests.PublicApi;

/// <summary><c>docs/api.md</c> lists the public surface of the packages. <c>UPDATE_SNAPSHOTS=1</c> writes the page instead.</summary>
public class ApiPageTests
{
    private static readonly Assembly[] Packages = [typeof(ExternalTaskClient).Assembly, typeof(InMemoryEngine).Assembly, typeof(ExternalTaskTracerProviderBuilderExtensions).Assembly];

    [Fact]
    public void The_page_lists_every_public_type_and_member()
    {
        var path = Path.Combine(RepositoryRoot.Folder, "docs", "api.md");
        var page = ApiPage.Render([.. Packages.Select(package => PackageApi.Read(RepositoryRoot.Folder, package))]);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, page);
            return;
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == page, "docs/api.md does not match the public API. Set UPDATE_SNAPSHOTS=1, run this test again and check the difference.");
    }

    [Fact]
    public void The_api_files_list_every_exported_type()
    {
        foreach (var package in Packages)
        {
            Assert.Equal(
                package.GetExportedTypes().Select(static type => type.FullName!.Split('`')[0]).Distinct().Order(StringComparer.Ordinal),
                PackageApi.Read(RepositoryRoot.Folder, package).Types.Select(static type => type.Name.Split('<')[0]).Distinct().Order(StringComparer.Ordinal));
        }
    }
}
