namespace Camunda.ExternalTask.Package.Tests.Newcomer;

/// <summary>Workers as they are deployed.</summary>
public sealed class DeploymentTests(PackedPackage package)
{
    [Fact]
    public async Task Native_program_completes_a_task()
    {
        Scenario.OnlyIfAll();
        var scenario = new Scenario(package, "native", online: true);
        scenario.Write("Loans.csproj", Texts.Project("""
            <PublishAot>true</PublishAot>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <IlcTreatWarningsAsErrors>true</IlcTreatWarningsAsErrors>
            """));
        scenario.Write("Program.cs", Texts.Program);
        await scenario.TypeAsync("publish --output published --use-current-runtime");

        await scenario.WorkAsync([Path.Combine(scenario.Folder, "published", "Loans")]);
    }

    [Fact]
    public async Task Service_with_defaults_for_all_HTTP_clients_and_telemetry_completes_a_task()
    {
        Scenario.OnlyIfAll();
        var scenario = new Scenario(package, "service-defaults", online: true);
        await scenario.TypeAsync("new worker --output Loans --no-restore");
        await scenario.AddPackageAsync("Loans");
        scenario.Delete("Loans/Worker.cs");
        foreach (var id in (string[])["Microsoft.Extensions.Http.Resilience", "Microsoft.Extensions.ServiceDiscovery"])
        {
            await scenario.TypeAsync($"add Loans package {id} --version 10.11.0");
        }

        foreach (var id in (string[])["OpenTelemetry.Extensions.Hosting", "OpenTelemetry.Exporter.Console"])
        {
            await scenario.TypeAsync($"add Loans package {id} --version 1.20.1");
        }

        scenario.Write("Loans/Program.cs", $$"""
            using OpenTelemetry.Metrics;
            using OpenTelemetry.Trace;

            var builder = Host.CreateApplicationBuilder(args);
            builder.Configuration["Services:engine:http:0"] = new Uri(builder.Configuration["Engine"]!).GetLeftPart(UriPartial.Authority);
            builder.Services.AddServiceDiscovery();
            builder.Services.ConfigureHttpClientDefaults(http =>
            {
                http.AddStandardResilienceHandler();
                http.AddServiceDiscovery();
            });
            builder.Services.AddOpenTelemetry()
                .WithMetrics(metrics => metrics.AddMeter("Camunda.ExternalTask").AddConsoleExporter())
                .WithTracing(tracing => tracing.AddSource("Camunda.ExternalTask").AddConsoleExporter());
            builder.Services
                .AddSingleton<CreditBureau>()
                .AddCamundaExternalTasks(options => options.BaseAddress = new("http://engine/engine-rest"))
                .AddHandlers();
            builder.Build().Run();

            {{Texts.Handler}}
            """);
        await scenario.TypeAsync("build Loans -warnaserror");

        await scenario.WorkAsync(["dotnet", "Loans/bin/Debug/net10.0/Loans.dll"]);
    }
}
