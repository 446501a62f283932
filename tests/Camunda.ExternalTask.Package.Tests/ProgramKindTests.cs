namespace Camunda.ExternalTask.Package.Tests;

/// <summary>Programs of top-level statements see what is generated without a using directive.</summary>
public sealed class ProgramKindTests(PackedPackage package)
{
    private const string Handler = """
        Console.WriteLine(LoanBpmn.Topics.CreditScoreChecker);

        [Camunda.ExternalTask.ExternalTaskHandler(LoanBpmn.Topics.CreditScoreChecker)]
        public sealed partial class CheckCreditScore
        {
            public void Handle()
            {
            }
        }
        """;

    [Theory]
    [InlineData("<ImplicitUsings>enable</ImplicitUsings>", "")]
    [InlineData(
        "<ImplicitUsings>disable</ImplicitUsings><RootNamespace></RootNamespace>",
        "using System; using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection;")]
    public async Task Web_application_adds_its_handlers(string properties, string usings)
    {
        var folder = await CreateAsync($"web-{(usings.Length == 0 ? "implicit" : "explicit")}");
        await WriteAsync(folder, "Loan.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>{properties}</PropertyGroup>
              <ItemGroup><PackageReference Include="Camunda.ExternalTask" Version="{PackedPackage.Version}" /></ItemGroup>
            </Project>
            """);
        await WriteAsync(folder, "Program.cs", $"""
            {usings}
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddCamundaExternalTasks().AddHandlers();
            {Handler}
            """);

        await DotNet.SucceedAsync(folder, "build", "-warnaserror");
    }

    [Fact]
    public async Task Program_of_one_file_adds_its_handlers_and_has_the_models_beside_it_only()
    {
        var folder = await CreateAsync("single-file");
        Directory.CreateDirectory(Path.Combine(folder, "Archive"));
        await WriteAsync(folder, Path.Combine("Archive", "Loan.bpmn"), "The model of another program");
        await WriteAsync(folder, "loan-worker.cs", $"""
            #:package Camunda.ExternalTask@{PackedPackage.Version}
            #:package Microsoft.Extensions.Hosting@{PackedPackage.HostingVersion}
            #:property PublishAot=false
            #:property TreatWarningsAsErrors=true
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;

            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddCamundaExternalTasks().AddHandlers();
            {Handler}
            """);

        await DotNet.SucceedAsync(folder, "build", "loan-worker.cs");
    }

    private async Task<string> CreateAsync(string name)
    {
        Assert.NotEmpty(package.Entries);
        var folder = UserProjects.Create(name);
        File.Copy(Repository.At("tests", "Camunda.ExternalTask.Package.Tests", "Consumer", "Loan.bpmn"), Path.Combine(folder, "Loan.bpmn"));
        return folder;
    }

    private static Task WriteAsync(string folder, string file, string text) =>
        File.WriteAllTextAsync(Path.Combine(folder, file), text, TestContext.Current.CancellationToken);
}
