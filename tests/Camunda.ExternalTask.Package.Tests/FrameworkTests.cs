namespace Camunda.ExternalTask.Package.Tests;

/// <summary>Projects of frameworks that the packages do not have.</summary>
public sealed class FrameworkTests(PackedPackage package)
{
    [Theory]
    [InlineData("net9.0")]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public async Task Restore_refuses_both_packages_in_a_project_of_an_older_framework(string framework)
    {
        Assert.NotEmpty(package.Entries);
        var folder = UserProjects.Create($"older-{framework}");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Older.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <CheckEolTargetFramework>false</CheckEolTargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Camunda.ExternalTask" Version="{PackedPackage.Version}" />
                <PackageReference Include="Camunda.ExternalTask.Testing" Version="{PackedPackage.Version}" />
              </ItemGroup>
            </Project>
            """,
            TestContext.Current.CancellationToken);

        var (exitCode, output) = await DotNet.RunAsync(folder, "restore");

        Assert.NotEqual(0, exitCode);
        Assert.All(
            ["Camunda.ExternalTask", "Camunda.ExternalTask.Testing"],
            id => Assert.Contains($"error NU1202: Package {id} {PackedPackage.Version} is not compatible with {framework}", output, StringComparison.Ordinal));
    }
}
