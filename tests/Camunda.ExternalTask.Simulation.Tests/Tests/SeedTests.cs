using System.Globalization;
using Camunda.ExternalTask.Simulation.Running;
using Camunda.ExternalTask.Simulation.Scenarios;

namespace Camunda.ExternalTask.Simulation.Tests;

public sealed class SeedTests(ITestOutputHelper output)
{
    private const int DefaultSeeds = 5_000;

    /// <summary>The environment variable <c>SIMULATION_SEEDS</c> sets the number of seeds.</summary>
    [Fact]
    [Trait("Situation", "52")]
    public void All_invariants_hold_for_random_scenarios()
    {
        var seeds = Environment.GetEnvironmentVariable("SIMULATION_SEEDS") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : DefaultSeeds;
        var (figures, failures) = Campaign.Play(Enumerable.Range(1, seeds).Select(ScenarioGenerator.Of));
        output.WriteLine(figures.ToString());
        Assert.True(failures.Count == 0, $"{failures.Count} of {seeds} seeds failed. {(failures.Count == 0 ? "" : FailureReport.Of(failures[0]))}");
    }

    [Fact]
    public void A_seed_replays_exactly()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var first = World.Play(ScenarioGenerator.Of(seed), isTraced: true);
            var second = World.Play(ScenarioGenerator.Of(seed), isTraced: true);

            Assert.Equal(first.History, second.History);
        }
    }

    [Fact]
    public void A_trace_does_not_change_a_run()
    {
        var traced = World.Play(ScenarioGenerator.Of(7), isTraced: true);
        var plain = World.Play(ScenarioGenerator.Of(7));

        Assert.NotEmpty(traced.History);
        Assert.Equal(traced.Figures.Events, plain.Figures.Events);
        Assert.Equal(traced.Figures.Calls, plain.Figures.Calls);
    }
}
