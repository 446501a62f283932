using Camunda.ExternalTask.Simulation.Running;
using Camunda.ExternalTask.Simulation.Scenarios;

namespace Camunda.ExternalTask.Simulation.Tests;

/// <summary>Two tasks and two workers with each fault at each request.</summary>
public sealed class SingleFaultTests(ITestOutputHelper output)
{
    private const int Requests = 60;
    private const int Variants = 6;

    [Fact]
    public void Each_fault_of_each_request_keeps_the_invariants() => Play(
        from variant in Enumerable.Range(1, Variants)
        from worker in new[] { 0, 1 }
        from request in Enumerable.Range(0, Requests)
        from kind in Enum.GetValues<RequestFaultKind>()
        select Small(variant, new RequestFault(worker, request, kind)));

    [Fact]
    [Trait("Situation", "52")]
    [Trait("Situation", "61")]
    public void Each_moment_of_a_kill_a_stop_a_freeze_and_an_outage_keeps_the_invariants() => Play(
        from variant in Enumerable.Range(1, Variants)
        from tenths in Enumerable.Range(0, 400)
        from fault in FaultsAt(TimeSpan.FromSeconds(tenths / 10.0))
        select Small(variant, fault));

    private static IEnumerable<Fault> FaultsAt(TimeSpan at)
    {
        yield return new Kill(0, at, TimeSpan.FromSeconds(1));
        yield return new Kill(1, at, null);
        yield return new CleanStop(0, at, TimeSpan.FromSeconds(1));
        yield return new CleanStop(1, at, null);
        yield return new Freeze(1, at, TimeSpan.FromSeconds(15));
        yield return new Freeze(1, at, TimeSpan.FromSeconds(70));
        yield return new Outage(at, TimeSpan.FromSeconds(3), IsRestart: false);
        yield return new Outage(at, TimeSpan.FromSeconds(15), IsRestart: true);
        yield return new EngineStall(at, TimeSpan.FromSeconds(12));
    }

    private static Scenario Small(int variant, Fault fault) => new(
        variant,
        [new("t1", TimeSpan.FromSeconds(0.2)), new("t2", TimeSpan.FromSeconds(8))],
        [new(0, 1 + (variant % 2), TimeSpan.Zero, false), new(1, 1, TimeSpan.FromSeconds(0.1), variant % 2 == 0)],
        [fault])
    {
        HealsAt = ScenarioGenerator.HealsAfter([fault], TimeSpan.FromSeconds(60)),
        LongestHandler = variant % 3 == 0 ? 2 : 0.3,
    };

    private void Play(IEnumerable<Scenario> scenarios)
    {
        var (figures, failures) = Campaign.Play(scenarios);
        output.WriteLine(figures.ToString());
        Assert.True(failures.Count == 0, $"{failures.Count} scenarios failed. {(failures.Count == 0 ? "" : FailureReport.Of(failures[0]))}");
    }
}
