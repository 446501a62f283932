using System.Globalization;
using System.Text;
using Camunda.ExternalTask.Simulation.Checking;
using Camunda.ExternalTask.Simulation.Scenarios;

namespace Camunda.ExternalTask.Simulation.Running;

/// <summary>Compares a short fetch lock with one that is as long as the lock: recovery after kills, calls, and duplicates in outages.</summary>
internal static class FetchLockComparison
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    public static string Of(int seeds)
    {
        var text = new StringBuilder();
        foreach (var (name, faults) in Cases())
        {
            foreach (var fetchLock in new[] { Short, Long })
            {
                var (figures, failures) = Campaign.Play(Enumerable.Range(1, seeds).Select(seed => ScenarioOf(seed, fetchLock, faults)));
                text.AppendLine(CultureInfo.InvariantCulture, $"## {name}, fetch lock {fetchLock.TotalSeconds} s, {failures.Count} failures");
                text.AppendLine(CultureInfo.InvariantCulture, $"{figures}\nduplicates per 1000 tasks {Share(figures):0.0}\n");
            }
        }

        return text.ToString();
    }

    private static double Share(Figures figures) => 1000.0 * figures.Duplicates / figures.Tasks;

    private static IEnumerable<(string Name, Func<Dice, IReadOnlyList<Fault>> Faults)> Cases()
    {
        yield return ("no fault", static _ => []);
        yield return ("kill without restart", static dice => [new Kill(1, dice.Seconds(5, 60), null)]);
        yield return ("kill and restart", static dice => [new Kill(1, dice.Seconds(5, 60), TimeSpan.FromSeconds(2))]);
        foreach (var length in new[] { 5, 20, 60 })
        {
            yield return ($"outage of {length} s", dice => [new Outage(dice.Seconds(5, 60), TimeSpan.FromSeconds(length), IsRestart: false)]);
        }
    }

    private static Scenario ScenarioOf(int seed, TimeSpan fetchLock, Func<Dice, IReadOnlyList<Fault>> faultsOf)
    {
        var dice = new Dice(seed, "comparison");
        var tasks = Enumerable.Range(1, 8).Select(number => new TaskSpec($"t{number}", dice.Seconds(0, 50))).ToList();
        List<WorkerSpec> workers = [new(0, 4, TimeSpan.Zero, false), new(1, 4, TimeSpan.FromSeconds(1), false)];
        var faults = faultsOf(dice);
        return new(seed, tasks, workers, faults)
        {
            FetchLock = fetchLock,
            OnlyCompletes = true,
            LongestHandler = 0.5,
            HealsAt = ScenarioGenerator.HealsAfter(faults, TimeSpan.FromSeconds(150)),
        };
    }
}
