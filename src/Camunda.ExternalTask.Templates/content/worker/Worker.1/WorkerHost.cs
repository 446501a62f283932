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

        var camunda = builder.Configuration.GetSection("Camunda");
        var worker = builder.Services
            .AddCamundaExternalTasks(camunda)
#if (auth == "basic")
            .UseBasicAuthentication(camunda["User"] ?? "", camunda["Password"] ?? "")
#endif
            .AddHandlers();
#if (auth == "oauth")
        if (camunda["OAuth:TokenEndpoint"] is { Length: > 0 } tokenEndpoint)
        {
            worker.UseOAuth2ClientCredentials(options =>
            {
                options.TokenEndpoint = new Uri(tokenEndpoint);
                options.ClientId = camunda["OAuth:ClientId"];
                options.ClientSecret = camunda["OAuth:ClientSecret"];
            });
        }

#endif
        configure?.Invoke(worker);
        return builder.Build();
    }
}
