using Camunda.ExternalTask.Chaos.Runs;
using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Tests.Engines;

namespace Camunda.ExternalTask.Chaos;

/// <summary>3,000 tasks, two worker processes, and one broken request in ten.</summary>
public class ChaosTests(ITestOutputHelper output)
{
    [Fact]
    public async Task No_task_runs_twice_behind_a_proxy_that_breaks_requests()
    {
        await using var engine = new InMemoryEngine();

        var result = await RunAsync(await engine.ListenAsync(cancellationToken: TestContext.Current.CancellationToken), new());

        Assert.Equal(0, result.Repeated);
    }

    [Fact]
    public async Task Only_tasks_of_killed_and_frozen_processes_run_twice()
    {
        await using var engine = new InMemoryEngine();

        await RunAsync(
            await engine.ListenAsync(cancellationToken: TestContext.Current.CancellationToken),
            new() { Seed = 2, DisturbEvery = TimeSpan.FromSeconds(1) });
    }

    [Fact]
    public async Task No_task_runs_twice_on_Camunda_behind_a_proxy_that_breaks_requests()
    {
        var result = await RunAsync(await RealEngine.StartOrSkipAsync(EngineFlavor.Camunda724), new() { Seed = 3 });

        Assert.Equal(0, result.Repeated);
    }

    private async Task<ChaosResult> RunAsync(Uri engine, ChaosOptions options)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Worker processes are stopped and frozen by signals of Linux.");
        using var run = new ChaosRun(engine, options);
        var result = await run.RunAsync(TestContext.Current.CancellationToken);
        output.WriteLine(result.ToString());
        Assert.Equal(0, result.Unfinished);
        Assert.Equal(0, result.Missing);
        Assert.Equal(0, result.Incidents);
        Assert.Empty(result.Unexplained);
        return result;
    }
}
