using System.Net;
using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Tests.Worker.Shell;
using Camunda.ExternalTask.Worker.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Hosting;

public class HealthCheckTests
{
    private static readonly Func<ExternalTaskContext, CancellationToken, Task<TaskOutcome>> Complete = (_, _) => Task.FromResult(TaskOutcome.Completed());
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_worker_is_healthy_after_its_first_answered_poll_and_unhealthy_after_its_stop()
    {
        await using var bench = new WorkerBench();
        bench.Services.AddHealthChecks().AddCamundaExternalTasks().AddCamundaExternalTasksLiveness();
        await bench.StartAsync(Complete);
        var before = await CheckAsync(bench, "ready");
        Assert.Equal((HealthStatus.Degraded, "No poll has been answered yet."), (before.Status, before.Description));
        Assert.DoesNotContain("lastPollAge", before.Data);

        bench.StartInstance();
        await bench.Log.SeeAsync("TaskCompleted");
        bench.Time.Advance(TimeSpan.FromSeconds(3));
        var healthy = await CheckAsync(bench, "ready");
        Assert.Equal(HealthStatus.Healthy, healthy.Status);
        Assert.Equal(TimeSpan.FromSeconds(3), healthy.Data["lastPollAge"]);
        Assert.Equal(Testing.InMemoryEngine.BaseAddress.ToString(), healthy.Data["engine"]);

        await bench.Time.PassUntilAsync(bench.StopAsync());
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(bench, "ready")).Status);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bench, "live")).Status);
    }

    [Fact]
    public async Task An_outage_is_degraded_then_unhealthy_and_does_not_affect_liveness()
    {
        await using var bench = new WorkerBench();
        for (var i = 0; i < 100; i++)
        {
            bench.Network.Answer("fetchAndLock", static () => new(HttpStatusCode.ServiceUnavailable));
        }

        bench.Services.AddHealthChecks().AddCamundaExternalTasks(unhealthyAfter: TimeSpan.FromSeconds(10)).AddCamundaExternalTasksLiveness();
        await bench.StartAsync(Complete);
        await bench.Log.SeeAsync("PollFailed");
        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(bench, "ready")).Status);

        bench.Time.Advance(TimeSpan.FromSeconds(10));
        await bench.Log.SeeAsync("OutageBegan");
        var unhealthy = await CheckAsync(bench, "ready");
        Assert.Equal(HealthStatus.Unhealthy, unhealthy.Status);
        Assert.StartsWith("Polls have failed for 00:00:10: 503", unhealthy.Description);
        Assert.Equal(TimeSpan.FromSeconds(10), unhealthy.Data["failingFor"]);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bench, "live")).Status);
    }

    [Fact]
    public async Task Refused_credentials_are_unhealthy_immediately()
    {
        await using var bench = new WorkerBench();
        bench.Network.Answer("fetchAndLock", static () => new(HttpStatusCode.Unauthorized));
        bench.Services.AddHealthChecks().AddCamundaExternalTasks(failureStatus: HealthStatus.Degraded);
        await bench.StartAsync(Complete);
        await bench.Log.SeeAsync("OutageBegan");

        var check = await CheckAsync(bench, "ready");
        Assert.StartsWith("The engine refuses the worker's credentials: 401", check.Description);

        // What is reported as unhealthy is the application's choice.
        Assert.Equal(HealthStatus.Degraded, check.Status);
    }

    [Fact]
    public async Task A_stopping_worker_is_degraded_and_reports_the_remaining_tasks()
    {
        await using var bench = new WorkerBench();
        var (started, release) = (new TaskCompletionSource(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        bench.Services.AddHealthChecks().AddCamundaExternalTasks();
        bench.StartInstance();
        await bench.StartAsync(async (_, _) =>
        {
            started.SetResult();
            await release.Task;
            return TaskOutcome.Completed();
        });
        await started.Task;
        var stop = bench.StopAsync();

        var check = await CheckAsync(bench, "ready");
        Assert.Equal((HealthStatus.Degraded, "The worker is stopping. Tasks in progress: 1."), (check.Status, check.Description));
        Assert.Equal(1, check.Data["inFlight"]);
        release.SetResult();
        await bench.Time.PassUntilAsync(stop);
    }

    [Fact]
    public void Every_state_has_its_status()
    {
        var good = new CoreHealth { LastPollAge = TimeSpan.FromSeconds(1) };
        Assert.Equal(HealthStatus.Healthy, Of(good));
        Assert.Equal(HealthStatus.Degraded, Of(good with { DelayedResults = 1 }));
        Assert.Equal(HealthStatus.Degraded, Of(good with { OverdueHandlers = 1 }));
        Assert.Equal(HealthStatus.Degraded, Of(good with { TimerDelay = TimeSpan.FromSeconds(3) }));
        Assert.Equal(HealthStatus.Unhealthy, Of(good with { IsResponding = false }));
        Assert.Equal(HealthStatus.Degraded, Of(good with { FailingFor = TimeSpan.FromSeconds(59), PollError = new(503, "") }));
        Assert.Equal(HealthStatus.Unhealthy, Of(good with { FailingFor = TimeSpan.FromSeconds(60), PollError = new(503, "") }));
        Assert.Equal(HealthStatus.Unhealthy, WorkerHealthCheck.Judge(new(WorkerState.Idle, null, good), Minute).Status);

        static HealthStatus Of(CoreHealth core) => WorkerHealthCheck.Judge(new(WorkerState.Active, null, core), Minute).Status;
    }

    [Fact]
    public async Task Named_workers_have_separate_checks()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.ClearProviders();
        builder.Services.AddCamundaExternalTasks("one", static options => options.BaseAddress = new("http://one.invalid/engine-rest")).AddHandler("topic", Complete);
        builder.Services.AddCamundaExternalTasks("two", static options => options.BaseAddress = new("http://two.invalid/engine-rest")).AddHandler("topic", Complete);
        builder.Services.AddHealthChecks().AddCamundaExternalTasks("one").AddCamundaExternalTasks("two", tags: ["mine"]).AddCamundaExternalTasksLiveness("two");
        using var host = builder.Build();
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["camunda-one", "camunda-two", "camunda-two-live"], report.Entries.Keys.Order());
        Assert.Equal("http://two.invalid/engine-rest", report.Entries["camunda-two"].Data["engine"]);
        Assert.Equal(["camunda", "ready"], report.Entries["camunda-one"].Tags);
        Assert.Equal(["mine"], report.Entries["camunda-two"].Tags);
        Assert.Equal(HealthStatus.Healthy, report.Entries["camunda-two-live"].Status);
    }

    [Fact]
    public async Task Named_workers_and_the_unnamed_one_are_each_healthy_by_themselves()
    {
        await using var engine = new Testing.InMemoryEngine();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        foreach (var name in (string[])["", "one", "two"])
        {
            builder.Services
                .AddCamundaExternalTasks(name, static options => options.BaseAddress = Testing.InMemoryEngine.BaseAddress)
                .ConfigurePrimaryHttpMessageHandler(_ => engine.CreateHandler())
                .AddHandler("topic", Complete);
        }

        builder.Services.AddHealthChecks().AddCamundaExternalTasks().AddCamundaExternalTasks("one").AddCamundaExternalTasks("two");
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.Services.GetRequiredKeyedService<ExternalTaskWorker>("one").StopAsync(TestContext.Current.CancellationToken);
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HealthStatus.Unhealthy, report.Entries["camunda-one"].Status);
        Assert.All(["camunda", "camunda-two"], name => Assert.NotEqual(HealthStatus.Unhealthy, report.Entries[name].Status));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<HealthReportEntry> CheckAsync(WorkerBench bench, string tag)
    {
        var report = await bench.Provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains(tag), TestContext.Current.CancellationToken);
        var entry = Assert.Single(report.Entries).Value;
        Assert.Equal(["camunda", tag], entry.Tags);
        return entry;
    }
}
