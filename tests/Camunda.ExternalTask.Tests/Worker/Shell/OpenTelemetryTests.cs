using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

/// <summary>The package for OpenTelemetry, with the real SDK.</summary>
public class OpenTelemetryTests
{
    [Fact]
    public async Task Activities_and_metrics_reach_the_exporters()
    {
        await using var bench = new WorkerBench();
        List<Activity> activities = [];
        List<Metric> metrics = [];
        bench.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddCamundaExternalTasks().AddInMemoryExporter(activities))
            .WithMetrics(measuring => measuring.AddCamundaExternalTasks().AddInMemoryExporter(metrics));
        var instance = bench.StartInstance();
        await bench.StartAsync(static (_, _) => Task.FromResult(TaskOutcome.Completed()));
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.True(bench.Provider.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(bench.Provider.GetRequiredService<MeterProvider>().ForceFlush());

        Assert.Contains(activities, activity => Equals(activity.GetTagItem("camunda.process_instance.id"), instance));
        Assert.Equal(5, BoundsOf("messaging.process.duration")[11]);
        Assert.Equal([0.005, 1800], [BoundsOf("camunda.worker.poll.duration")[0], BoundsOf("camunda.worker.poll.duration")[^2]]);
        Assert.Contains(metrics, static metric => metric.Name == "camunda.worker.task.outcomes");

        double[] BoundsOf(string name)
        {
            foreach (var point in metrics.First(metric => metric.Name == name).GetMetricPoints())
            {
                List<double> bounds = [];
                foreach (var bucket in point.GetHistogramBuckets())
                {
                    bounds.Add(bucket.ExplicitBound);
                }

                return [.. bounds];
            }

            return [];
        }
    }
}
