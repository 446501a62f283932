using System.Globalization;

namespace Camunda.ExternalTask.Simulation.Running;

/// <summary>Writes what failed, how to replay it, and its shortest history.</summary>
internal static class FailureReport
{
    private const int MaxLines = 1500;

    public static string Of(Result failed)
    {
        var shortest = Shrinker.Shrink(failed);
        var scenario = shortest.Scenario;
        return string.Create(CultureInfo.InvariantCulture, $"""
            Seed {failed.Scenario.Seed} breaks {failed.Violation!.Invariant} at {failed.Violation.At.TotalSeconds:0.000} s: {failed.Violation.Text}
            Replay it with --seed {failed.Scenario.Seed}. The shortest history has {scenario.Tasks.Count} tasks, {scenario.Workers.Count} workers and these faults:
            {string.Join('\n', scenario.Faults.Select(fault => $"  {fault}"))}
            {string.Join('\n', shortest.History.TakeLast(MaxLines))}
            """);
    }
}
