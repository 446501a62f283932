using Camunda.ExternalTask;
#if (aspire)
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
#endif

namespace Worker._1;

/// <summary>Builds the application: services, the worker and its handlers.</summary>
public static class WorkerHost
{
    /// <param name="args">The command line, such as <c>--Camunda:BaseAddress http://localhost:8080/engine-rest</c>.</param>
    /// <param name="configure">Changes the worker, for example for tests.</param>
    public static IHost Build(string[] args, Action<ExternalTaskWorkerBuilder>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddSingleton<CreditBureau>();
#if (aspire)
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter("Camunda.ExternalTask"))
            .WithTracing(tracing => tracing.AddSource("Camunda.ExternalTask"))
            .UseOtlpExporter();
#endif

#if (auth != "none")
        var credentials = builder.Configuration.GetSection("Credentials");
#endif
        var worker = builder.Services
            .AddCamundaExternalTasks(builder.Configuration.GetSection("Camunda"))
#if (auth == "basic")
            .UseBasicAuthentication(credentials["User"] ?? "", credentials["Password"] ?? "")
#endif
            .AddHandlers();
#if (auth == "oauth")
        if (credentials["TokenEndpoint"] is { Length: > 0 } tokenEndpoint)
        {
            worker.UseOAuth2ClientCredentials(options =>
            {
                options.TokenEndpoint = new Uri(tokenEndpoint);
                options.ClientId = credentials["ClientId"];
                options.ClientSecret = credentials["ClientSecret"];
            });
        }

#endif
        configure?.Invoke(worker);
        return builder.Build();
    }
}
