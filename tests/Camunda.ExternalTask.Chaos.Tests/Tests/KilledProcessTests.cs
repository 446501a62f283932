using Camunda.ExternalTask.Chaos.Runs;
using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Tests.Engines;

namespace Camunda.ExternalTask.Chaos.Tests;

/// <summary>3,000 tasks, two worker processes, one broken request in ten, and a process is killed, frozen or stopped again and again.</summary>
public class KilledProcessTests(ITestOutputHelper output) : ChaosTests(output)
{
    [Fact]
    [Trait("Situation", "23")]
    [Trait("Situation", "64")]
    [Trait("Situation", "65")]
    public Task Only_tasks_of_killed_and_frozen_processes_run_twice() =>
        RunInMemoryAsync(new() { Seed = 3, KillEvery = TimeSpan.FromSeconds(2), MaxKills = 5 });
}

/// <summary>A third of the tasks on Camunda.</summary>
public class KilledProcessesOnCamundaTests(ITestOutputHelper output) : ChaosTests(output)
{
    [Fact]
    public async Task Only_tasks_of_killed_and_frozen_processes_run_twice_on_Camunda() => await RunAsync(
        await RealEngine.StartOrSkipAsync(EngineFlavor.Camunda724),
        new ChaosOptions { Seed = 4, Tasks = 1_000, KillEvery = TimeSpan.FromSeconds(5), MaxKills = 4 });
}
