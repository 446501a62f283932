using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Tests.Repository;

namespace Camunda.ExternalTask.Tests.PublicApi;

/// <summary><c>docs/api.md</c> lists the public surface of both packages. <c>UPDATE_SNAPSHOTS=1</c> writes the page instead.</summary>
public class ApiPageTests
{
    [Fact]
    public void The_page_lists_every_public_type_and_member()
    {
        var path = Path.Combine(RepositoryRoot.Folder, "docs", "api.md");
        var page = ApiPage.Render([PackageApi.Read(RepositoryRoot.Folder, typeof(ExternalTaskClient).Assembly), PackageApi.Read(RepositoryRoot.Folder, typeof(InMemoryEngine).Assembly)]);
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
        foreach (var package in new[] { typeof(ExternalTaskClient).Assembly, typeof(InMemoryEngine).Assembly })
        {
            Assert.Equal(
                package.GetExportedTypes().Select(static type => type.FullName!.Split('`')[0]).Distinct().Order(StringComparer.Ordinal),
                PackageApi.Read(RepositoryRoot.Folder, package).Types.Select(static type => type.Name.Split('<')[0]).Distinct().Order(StringComparer.Ordinal));
        }
    }
}
