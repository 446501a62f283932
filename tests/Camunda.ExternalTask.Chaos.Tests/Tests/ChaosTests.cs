using Camunda.ExternalTask.Chaos.Runs;
using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Chaos.Tests;

/// <summary>Checks a run and prints its figures.</summary>
public abstract class ChaosTests(ITestOutputHelper output)
{
    internal async Task RunInMemoryAsync(ChaosOptions options)
    {
        await using var engine = new InMemoryEngine();
        await RunAsync(await engine.ListenAsync(cancellationToken: TestContext.Current.CancellationToken), options);
    }

    internal async Task RunAsync(Uri engine, ChaosOptions options)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Worker processes are stopped and frozen by signals of Linux.");
        using var run = new ChaosRun(engine, options);
        var result = await run.RunAsync(TestContext.Current.CancellationToken);
        output.WriteLine(ChaosResult.Header);
        output.WriteLine(result.ToString());
        output.WriteLine(result.Plan.ToString());
        Assert.Empty(result.Violations);
    }
}
