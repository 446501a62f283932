using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Tests.Engines;

namespace Camunda.ExternalTask.Chaos.Tests;

/// <summary>3,000 tasks, two worker processes, one broken request in ten. Without kills and freezes every repeated run is a violation.</summary>
public class BrokenRequestTests(ITestOutputHelper output) : ChaosTests(output)
{
    [Fact]
    [Trait("Situation", "7")]
    [Trait("Situation", "9")]
    public Task No_task_runs_twice_behind_a_proxy_that_breaks_requests() => RunInMemoryAsync(new());
}

/// <summary>The same on Camunda.</summary>
public class BrokenRequestsOnCamundaTests(ITestOutputHelper output) : ChaosTests(output)
{
    [Fact]
    public async Task No_task_runs_twice_on_Camunda_behind_a_proxy_that_breaks_requests() =>
        await RunAsync(await RealEngine.StartOrSkipAsync(EngineFlavor.Camunda724), new() { Seed = 2 });
}
