using System.Diagnostics;
using System.Globalization;
using Camunda.ExternalTask.Simulation.Running;
using Camunda.ExternalTask.Simulation.Scenarios;

namespace Camunda.ExternalTask.Simulation;

/// <summary>Plays one seed (<c>--seed N</c>), many (<c>--seeds N [FIRST]</c>) or the comparison of fetch locks (<c>--compare N</c>); otherwise runs the tests.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args) => args switch
    {
        ["--seed", var seed] => PlaySeed(Number(seed)),
        ["--seeds", var count] => PlaySeeds(Number(count), 1),
        ["--seeds", var count, var first] => PlaySeeds(Number(count), Number(first)),
        ["--compare", var count] => Compare(Number(count)),
        _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args).ConfigureAwait(false),
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static int PlaySeed(int seed)
    {
        var result = World.Play(ScenarioGenerator.Of(seed), isTraced: true);
        Console.WriteLine(result.Violation is null ? string.Join('\n', result.History) : FailureReport.Of(result));
        Console.WriteLine(result.Figures);
        return result.Violation is null ? 0 : 1;
    }

    private static int PlaySeeds(int count, int first)
    {
        var clock = Stopwatch.StartNew();
        var (figures, failures) = Campaign.Play(Enumerable.Range(first, count).Select(ScenarioGenerator.Of));
        foreach (var group in failures.GroupBy(failure => failure.Violation!.Invariant))
        {
            Console.WriteLine($"{group.Key}: {group.Count()} seeds, such as {string.Join(", ", group.Take(8).Select(failure => failure.Scenario.Seed))}");
        }

        foreach (var failure in failures.DistinctBy(failure => failure.Violation!.Invariant))
        {
            Console.WriteLine(FailureReport.Of(failure));
        }

        Console.WriteLine(figures);
        Console.WriteLine($"{clock.Elapsed.TotalSeconds:0.0} s");
        return failures.Count == 0 ? 0 : 1;
    }

    private static int Compare(int count)
    {
        Console.WriteLine(FetchLockComparison.Of(count));
        return 0;
    }
}
