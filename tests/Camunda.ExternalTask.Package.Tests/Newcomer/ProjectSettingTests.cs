namespace Camunda.ExternalTask.Package.Tests.Newcomer;

/// <summary>Workers in projects with settings that break less careful packages.</summary>
public sealed class ProjectSettingTests(PackedPackage package)
{
    /// <summary>Names of projects, which are names of assemblies and parts of generated names.</summary>
    public static TheoryData<string> Names => ["My.class.App", "loan-worker", "1st.2026", "Task", "Camunda.ExternalTask.Loans"];

    [Theory, MemberData(nameof(Names))]
    public async Task Project_with_an_unusual_name_completes_a_task(string name)
    {
        var scenario = new Scenario(package, $"name-{name.Replace('.', '-')}");
        await scenario.TypeAsync($"new console --name {name} --output . --no-restore");
        scenario.Write($"{name}.csproj", Texts.Project());
        scenario.Write("Program.cs", Texts.Program);
        await scenario.TypeAsync("build -warnaserror");

        await scenario.WorkAsync(["dotnet", $"bin/Debug/net10.0/{name}.dll"]);
    }

    [Fact]
    public async Task Project_with_central_versions_pinning_and_lock_files_completes_a_task()
    {
        var scenario = new Scenario(package, "central");
        scenario.Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                <CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="Camunda.ExternalTask" Version="VERSION" />
                <PackageVersion Include="Microsoft.Extensions.Hosting" Version="HOSTING" />
                <PackageVersion Include="Microsoft.Extensions.Http" Version="10.0.0" />
              </ItemGroup>
            </Project>
            """);
        scenario.Write("Loans.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Camunda.ExternalTask" />
                <PackageReference Include="Microsoft.Extensions.Hosting" />
              </ItemGroup>
            </Project>
            """);
        scenario.Write("Program.cs", Texts.Program);
        await scenario.TypeAsync("restore");
        await scenario.TypeAsync("restore --locked-mode");
        await scenario.TypeAsync("build --no-restore -warnaserror");

        await scenario.WorkAsync(["dotnet", "bin/Debug/net10.0/Loans.dll"]);
    }

    [Fact]
    public async Task Project_with_every_analyzer_as_error_and_nothing_implicit_completes_a_task()
    {
        var scenario = new Scenario(package, "strict");
        scenario.Write("Loans.csproj", Texts.Project("""
            <ImplicitUsings>disable</ImplicitUsings>
            <RootNamespace></RootNamespace>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AnalysisLevel>latest-all</AnalysisLevel>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            """));
        scenario.Write("Program.cs", """
            using System;
            using Acme.Loans;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;

            var builder = Host.CreateApplicationBuilder(args);
            builder.Services
                .AddSingleton(_ => new CreditBureau())
                .AddCamundaExternalTasks(options => options.BaseAddress = new Uri(builder.Configuration["Engine"] ?? "http://localhost:8080/engine-rest"))
                .AddHandlers();

            using var host = builder.Build();
            host.Run();
            """);
        scenario.Write("CheckCreditScore.cs", """
            using System.Threading;
            using System.Threading.Tasks;
            using Camunda.ExternalTask;

            namespace Acme.Loans;

            [ExternalTaskHandler("TOPIC")]
            internal sealed partial class CheckCreditScore(CreditBureau bureau)
            {
                public async Task<TaskOutcome<CreditScore>> HandleAsync(CreditRequest input, CancellationToken cancellationToken) =>
                    await bureau.ScoreOfAsync(input.CustomerId, cancellationToken).ConfigureAwait(false) is { } score ? new CreditScore(score) : new CustomerUnknown();

                [TaskInput]
                internal sealed partial record CreditRequest(string CustomerId);

                [TaskOutput]
                internal sealed partial record CreditScore(int Score);

                [BpmnError(LoanBpmn.ErrorCodes.CustomerUnknown)]
                internal sealed partial record CustomerUnknown;
            }

            internal sealed class CreditBureau
            {
                private readonly int _score = 712;

                public Task<int?> ScoreOfAsync(string customerId, CancellationToken cancellationToken) =>
                    cancellationToken.IsCancellationRequested ? Task.FromCanceled<int?>(cancellationToken) : Task.FromResult<int?>(customerId == "C-1" ? _score : null);
            }
            """);
        scenario.WriteModel("Models/Loan.bpmn");
        await scenario.TypeAsync("build");

        await scenario.WorkAsync(["dotnet", "bin/Debug/net10.0/Loans.dll"]);
    }
}
