using Camunda.ExternalTask.Simulation.Engine;
using Camunda.ExternalTask.Simulation.Running;
using Camunda.ExternalTask.Simulation.Scenarios;
using Camunda.ExternalTask.Simulation.Workers;

namespace Camunda.ExternalTask.Simulation.Tests;

/// <summary>The checks find defects of the engine and of the worker.</summary>
public sealed class DefectTests
{
    private const int Seeds = 300;

    [Theory]
    [InlineData(nameof(EngineDefect.LosesCompletions), "NotLost")]
    [InlineData(nameof(EngineDefect.IgnoresWorkerIds), "Fence")]
    [InlineData(nameof(EngineDefect.IgnoresLocks), "Exclusive")]
    [InlineData(nameof(EngineDefect.CompletesTwice), "CompletedOnce")]
    public void A_defect_of_the_engine_is_found(string defect, string invariant) =>
        Finds(scenario => scenario with { EngineDefect = Enum.Parse<EngineDefect>(defect) }, invariant);

    [Theory]
    [InlineData(nameof(WorkerDefect.DropsUnlocks), "Hidden")]
    [InlineData(nameof(WorkerDefect.DropsLockCalls), "LockKept")]
    [InlineData(nameof(WorkerDefect.DropsResults), "NotLost")]
    [InlineData(nameof(WorkerDefect.StartsTwice), "OneRunPerWorker")]
    [InlineData(nameof(WorkerDefect.UnlocksOthers), "ForeignUnlock")]
    [InlineData(nameof(WorkerDefect.ShortensLocks), "ExtensionShortened")]
    [InlineData(nameof(WorkerDefect.ExceedsSlots), "Slots")]
    [InlineData(nameof(WorkerDefect.ReadsAll), "Oversized")]
    [InlineData(nameof(WorkerDefect.SpinsTicks), "BusyLoop")]
    public void A_defect_of_the_worker_is_found(string defect, string invariant) =>
        Finds(scenario => scenario with { WorkerDefect = Enum.Parse<WorkerDefect>(defect) }, invariant);

    [Fact]
    public void A_core_that_follows_the_wall_clock_is_found()
    {
        Fault[] faults = [new WorkerClockJump(0, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(-90)), new WorkerClockJump(1, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(-90))];

        Finds(scenario => scenario with { WorkerDefect = WorkerDefect.FollowsWallClock, Faults = faults, LongestHandler = 3 }, "LockKept");
        Assert.Empty(Play(scenario => scenario with { Faults = faults, LongestHandler = 3 }));
    }

    [Fact]
    public void A_failing_scenario_shrinks_and_still_fails()
    {
        var failed = Play(scenario => scenario with { WorkerDefect = WorkerDefect.UnlocksOthers }).First(result => result.Scenario.Faults.Count > 2);

        var shortest = Shrinker.Shrink(failed);

        Assert.Equal(failed.Violation!.Invariant, shortest.Violation!.Invariant);
        Assert.True(shortest.Scenario.Faults.Count + shortest.Scenario.Tasks.Count < failed.Scenario.Faults.Count + failed.Scenario.Tasks.Count);
        Assert.Contains(shortest.History, line => line.Contains("!!!", StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_names_the_seed_the_invariant_and_the_history()
    {
        var failed = Play(scenario => scenario with { WorkerDefect = WorkerDefect.UnlocksOthers }).First();

        var report = FailureReport.Of(failed);

        Assert.Contains($"--seed {failed.Scenario.Seed}", report, StringComparison.Ordinal);
        Assert.Contains("ForeignUnlock", report, StringComparison.Ordinal);
        Assert.Contains("starts the handler", report, StringComparison.Ordinal);
    }

    private static void Finds(Func<Scenario, Scenario> broken, string invariant) =>
        Assert.Contains(Play(broken), result => result.Violation!.Invariant == invariant);

    private static IEnumerable<Result> Play(Func<Scenario, Scenario> broken) =>
        Enumerable.Range(1, Seeds).Select(seed => World.Play(broken(ScenarioGenerator.Of(seed)))).Where(result => result.Violation is not null);
}
