using System.Diagnostics;
using Camunda.ExternalTask;
using Camunda.ExternalTask.Testing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace WebApi;

/// <summary>The web application: it starts processes, works off their tasks, and reports health and telemetry.</summary>
internal static class OrderApi
{
    public static WebApplication Build(string[] args, EngineClient engine, Action<ExternalTaskWorkerBuilder> configure, ICollection<Activity> activities)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        configure(builder.Services.AddCamundaExternalTasks(builder.Configuration.GetSection("Camunda")).AddHandlers());
        builder.Services.AddHealthChecks().AddCamundaExternalTasks().AddCamundaExternalTasksLiveness();

        var telemetry = builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter("Camunda.ExternalTask"))
            .WithTracing(tracing => tracing.AddSource("Camunda.ExternalTask").AddInMemoryExporter(activities));
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not null)
        {
            telemetry.UseOtlpExporter();
        }

        var app = builder.Build();
        app.MapHealthChecks("/ready", new() { Predicate = check => check.Tags.Contains("ready") });
        app.MapHealthChecks("/live", new() { Predicate = check => check.Tags.Contains("live") });
        app.MapPost("/orders", async (NewOrder order, CancellationToken cancellationToken) =>
        {
            var variables = new Dictionary<string, object?> { ["article"] = order.Article, ["quantity"] = order.Quantity };
            var id = await engine.StartAsync(OrderBpmn.Processes.Order, variables, cancellationToken: cancellationToken);
            return Results.Accepted($"/orders/{id}");
        });
        app.MapGet("/orders/{id}", async (string id, CancellationToken cancellationToken) =>
            await engine.GetEndEventsAsync(id, cancellationToken) is [var end, ..] ? Results.Ok(end) : Results.NoContent());
        return app;
    }
}

internal sealed record NewOrder(string Article, int Quantity);
