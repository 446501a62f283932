using Camunda.ExternalTask.Simulation.Checking;
using Camunda.ExternalTask.Simulation.Scenarios;

namespace Camunda.ExternalTask.Simulation.Running;

/// <summary>Plays many scenarios on all cores.</summary>
internal static class Campaign
{
    /// <summary>Plays scenarios.</summary>
    /// <returns>The figures of all runs and the results that broke an invariant, in the order of their seeds.</returns>
    public static (Figures Figures, IReadOnlyList<Result> Failures) Play(IEnumerable<Scenario> scenarios)
    {
        var sync = new Lock();
        var figures = Figures.None();
        List<Result> failures = [];
        Parallel.ForEach(scenarios, scenario =>
        {
            var result = World.Play(scenario);
            lock (sync)
            {
                figures.Add(result.Figures);
                if (result.Violation is not null)
                {
                    failures.Add(result);
                }
            }
        });
        return (figures, [.. failures.OrderBy(failure => failure.Scenario.Seed)]);
    }
}
