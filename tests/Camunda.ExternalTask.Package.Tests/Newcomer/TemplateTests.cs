namespace Camunda.ExternalTask.Package.Tests.Newcomer;

/// <summary>Workers in projects that come from the templates of the SDK.</summary>
public sealed class TemplateTests(PackedPackage package)
{
    [Fact]
    public async Task Worker_service_completes_a_task()
    {
        var scenario = new Scenario(package, "worker");
        await scenario.TypeAsync("new worker --output Loans --no-restore");
        await scenario.AddPackageAsync("Loans");
        scenario.Delete("Loans/Worker.cs");
        scenario.WriteModel("Loans/Loan.bpmn");
        scenario.Write("Loans/Program.cs", $"""
            var builder = Host.CreateApplicationBuilder(args);
            {Texts.Registration}
            var host = builder.Build();
            host.Run();

            {Texts.Handler.Replace("\"TOPIC\"", "LoanBpmn.Topics.CheckWorker", StringComparison.Ordinal)}
            """);
        // The template names the newest patch of a package, which a mirror may not have.
        await scenario.TypeAsync("build Loans -warnaserror -warnNotAsError:NU1603");

        await scenario.WorkAsync(["dotnet", "Loans/bin/Debug/net10.0/Loans.dll"]);
    }

    [Fact]
    public async Task Web_application_completes_a_task()
    {
        var scenario = new Scenario(package, "web");
        await scenario.TypeAsync("new web --output Loans --no-restore");
        await scenario.AddPackageAsync("Loans");
        scenario.Write("Loans/Program.cs", $"""
            var builder = WebApplication.CreateBuilder(args);
            {Texts.Registration}
            var app = builder.Build();

            app.MapGet("/", () => "Hello World!");

            app.Run();

            {Texts.Handler}
            """);
        await scenario.TypeAsync("build Loans -warnaserror");

        await scenario.WorkAsync(["dotnet", "Loans/bin/Debug/net10.0/Loans.dll"]);
    }

    [Fact]
    public async Task Program_of_one_file_completes_a_task()
    {
        var scenario = new Scenario(package, "file");
        scenario.WriteModel("Loan.bpmn");
        scenario.Write("worker.cs", $"""
            #:package Camunda.ExternalTask@VERSION
            #:package Microsoft.Extensions.Hosting@HOSTING
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;

            var builder = Host.CreateApplicationBuilder(args);
            {Texts.Registration}
            builder.Build().Run();

            {Texts.Handler.Replace("\"TOPIC\"", "LoanBpmn.Topics.CheckFile", StringComparison.Ordinal)}
            """);

        await scenario.WorkAsync(["dotnet", "run", "worker.cs"]);
    }
}
