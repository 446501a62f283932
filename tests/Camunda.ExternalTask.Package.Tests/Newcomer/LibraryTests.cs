namespace Camunda.ExternalTask.Package.Tests.Newcomer;

/// <summary>Handlers in class libraries, and the projects that use them.</summary>
public sealed class LibraryTests(PackedPackage package)
{
    private const string Shared = "[assembly: Camunda.ExternalTask.ExternalTaskHandlers(\"AddLoanHandlers\")]\n";

    private const string LibraryProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Camunda.ExternalTask" Version="VERSION" />
            <InternalsVisibleTo Include="Loans.Tests" />
          </ItemGroup>
        </Project>
        """;

    private const string References = "<ProjectReference Include=\"../Loans.Handlers/Loans.Handlers.csproj\" />";

    private static readonly string Host = Texts.Program[..Texts.Program.IndexOf("[Camunda.ExternalTask.ExternalTaskHandler(", StringComparison.Ordinal)];

    [Fact]
    public async Task Host_is_told_which_call_registers_the_handlers_of_its_library()
    {
        var scenario = new Scenario(package, "library-forgotten");
        WriteLibrary(scenario);
        scenario.Write("Loans.Host/Loans.Host.csproj", Texts.Project("", References));
        scenario.Write("Loans.Host/Program.cs", Host);

        var output = await scenario.FailAsync("build Loans.Host");

        Assert.Contains("error CS1061", output, StringComparison.Ordinal);
        Assert.Contains(
            "warning CET1023: AddHandlers() does not register the handlers of 'Loans.Handlers', such as 'CheckCreditScore'; "
            + "add '[assembly: ExternalTaskHandlers(\"AddLoansHandlersHandlers\")]' to that project and call 'AddLoansHandlersHandlers()'",
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_with_handlers_of_both_and_tests_that_see_internals_complete_a_task()
    {
        var scenario = new Scenario(package, "library", online: true);
        WriteLibrary(scenario);
        scenario.Write("Loans.Handlers/Shared.cs", Shared);
        scenario.WriteModel("Loans.Handlers/Loan.bpmn");
        scenario.Write("Loans.Host/Loans.Host.csproj", Texts.Project("", References + "<InternalsVisibleTo Include=\"Loans.Tests\" />"));
        scenario.Write("Loans.Host/Program.cs", Host.Replace(".AddHandlers()", ".AddHandlers().AddLoanHandlers()", StringComparison.Ordinal) + """

            internal static class Marker;

            [Camunda.ExternalTask.ExternalTaskHandler("mail")]
            internal sealed partial class SendMail
            {
                public void Handle() => System.Console.WriteLine(typeof(Marker));
            }
            """);
        await scenario.TypeAsync("new xunit --output Loans.Tests --no-restore");
        await scenario.AddPackageAsync("Loans.Tests", "Camunda.ExternalTask.Testing");
        await scenario.TypeAsync("add Loans.Tests reference Loans.Handlers Loans.Host");
        scenario.Write("Loans.Tests/UnitTest1.cs", """
            using Camunda.ExternalTask;
            using Camunda.ExternalTask.Testing;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;

            namespace Loans.Tests;

            public class LoanTests
            {
                private const string Model = "../../../../Loans.Handlers/Loan.bpmn";

                [Fact]
                public async Task Score_is_checked()
                {
                    await using var engine = new InMemoryEngine();
                    var process = engine.Deploy(File.ReadAllText(Model))[0].Split(':')[0];
                    var id = engine.Start(process, new Dictionary<string, object?> { ["customerId"] = "C-1" });
                    var builder = Host.CreateApplicationBuilder();
                    builder.Services
                        .AddSingleton<CreditBureau>()
                        .AddCamundaExternalTasks(options => options.BaseAddress = InMemoryEngine.BaseAddress)
                        .AddHandlers()
                        .AddLoanHandlers()
                        .AddHandler<SendMail>()
                        .ConfigurePrimaryHttpMessageHandler(_ => engine.CreateHandler());
                    using var host = builder.Build();
                    await host.StartAsync();
                    using var client = engine.CreateClient();
                    await client.WaitUntilEndedAsync(id, CancellationToken.None);
                    await host.StopAsync();
                    Assert.Equal(["Checked"], engine.EndEvents(id));
                }
            }

            [ExternalTaskHandler("audit")]
            internal sealed partial class Audit
            {
                public void Handle() { }
            }
            """);

        var output = await scenario.TypeAsync("test Loans.Tests -warnaserror");

        Assert.Contains("Passed!", output, StringComparison.Ordinal);
        await scenario.WorkAsync(["dotnet", "Loans.Host/bin/Debug/net10.0/Loans.Host.dll"]);
    }

    [Fact]
    public async Task Host_in_FSharp_completes_a_task()
    {
        var scenario = new Scenario(package, "fsharp", online: true);
        WriteLibrary(scenario);
        scenario.Write("Loans.Handlers/Shared.cs", Shared);
        await scenario.TypeAsync("new console --language F# --output Loans.Host --no-restore");
        await scenario.TypeAsync("add Loans.Host reference Loans.Handlers");
        await scenario.TypeAsync($"add Loans.Host package Microsoft.Extensions.Hosting --version {PackedPackage.HostingVersion}");
        scenario.Write("Loans.Host/Program.fs", """
            open System
            open Microsoft.Extensions.DependencyInjection
            open Microsoft.Extensions.Hosting

            let builder = Host.CreateApplicationBuilder(Environment.GetCommandLineArgs())
            builder.Services
                .AddSingleton<CreditBureau>()
                .AddCamundaExternalTasks(fun options -> options.BaseAddress <- Uri(builder.Configuration["Engine"]))
                .AddLoanHandlers() |> ignore
            builder.Build().Run()
            """);
        await scenario.TypeAsync("build Loans.Host -warnaserror");

        await scenario.WorkAsync(["dotnet", "Loans.Host/bin/Debug/net10.0/Loans.Host.dll"]);
    }

    [Fact]
    public async Task Host_in_Visual_Basic_completes_a_task()
    {
        var scenario = new Scenario(package, "vb");
        WriteLibrary(scenario);
        scenario.Write("Loans.Handlers/Shared.cs", Shared);
        await scenario.TypeAsync("new console --language VB --output Loans.App --no-restore");
        await scenario.TypeAsync("add Loans.App reference Loans.Handlers");
        await scenario.TypeAsync($"add Loans.App package Microsoft.Extensions.Hosting --version {PackedPackage.HostingVersion}");
        scenario.Write("Loans.App/Program.vb", """
            Imports Microsoft.Extensions.DependencyInjection
            Imports Microsoft.Extensions.Hosting

            Module Program
                Sub Main(args As String())
                    Dim builder = Host.CreateApplicationBuilder(args)
                    builder.Services.
                        AddSingleton(Of CreditBureau)().
                        AddCamundaExternalTasks(Sub(options) options.BaseAddress = New Uri(builder.Configuration("Engine"))).
                        AddLoanHandlers()
                    builder.Build().Run()
                End Sub
            End Module
            """);
        await scenario.TypeAsync("build Loans.App -warnaserror");

        await scenario.WorkAsync(["dotnet", "Loans.App/bin/Debug/net10.0/Loans.App.dll"]);
    }

    private static void WriteLibrary(Scenario scenario)
    {
        scenario.Write("Loans.Handlers/Loans.Handlers.csproj", LibraryProject);
        scenario.Write("Loans.Handlers/CheckCreditScore.cs", Texts.Handler);
    }
}
