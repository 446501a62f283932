using System.Globalization;
using Camunda.ExternalTask.Chaos.Proxy;
using Camunda.ExternalTask.Chaos.Workers;

namespace Camunda.ExternalTask.Chaos.Runs;

/// <summary>What happened in a run.</summary>
/// <param name="Options">The conditions.</param>
/// <param name="Time">From the start of the workers until the last instance has ended.</param>
/// <param name="Runs">All runs of handlers.</param>
/// <param name="Plan">The requests.</param>
/// <param name="Disturber">The kills, freezes and stops.</param>
internal sealed record ChaosResult(ChaosOptions Options, TimeSpan Time, IReadOnlyList<LedgerRun> Runs, FaultPlan Plan, Disturber Disturber)
{
    public const string Header = """
        | seed | seconds | tasks | runs | repeated | of them in a process that was not killed or frozen | kills, freezes, stops | requests | broken | tasks of lost fetches | back after: median, 99 %, maximum |
        |---|---|---|---|---|---|---|---|---|---|---|
        """;

    /// <summary>The slots of a worker process: the most tasks that it can hold.</summary>
    private const int Slots = 64;

    /// <summary>The instances that did not end.</summary>
    public required int Unfinished { get; init; }

    public required EngineView Engine { get; init; }

    /// <summary>Runs that were repeated although their own process was neither killed nor frozen.</summary>
    public required IReadOnlyList<string> Unexplained { get; init; }

    /// <summary>When which process was killed or frozen.</summary>
    public required IReadOnlyList<string> Disturbances { get; init; }

    /// <summary>The times after which the tasks of lost fetches ran, in ascending order.</summary>
    public required IReadOnlyList<TimeSpan> Returns { get; init; }

    /// <summary>The runs beyond the first of each task.</summary>
    public int Repeated => Runs.Count - Runs.Select(run => run.Task).Distinct().Count();

    /// <summary>
    /// The violations of what workers guarantee. A run is repeated only if its process was killed or frozen while it ran or while its result was on the way, and each kill or freeze
    /// repeats at most the tasks that the process held.
    /// </summary>
    public IEnumerable<string> Violations
    {
        get
        {
            var mostRepeated = (Disturber.Kills + Disturber.Freezes) * Slots;
            (bool IsViolated, string Text)[] checks =
            [
                (Unfinished > 0, $"{Unfinished} instances have not ended."),
                (Engine.Completed != Options.Tasks, $"{Engine.Completed} instances have ended with the right result."),
                (Engine.Completions != Options.Tasks, $"The engine has recorded {Engine.Completions} completions."),
                (Engine.Incidents > 0, $"{Engine.Incidents} incidents."),
                (Runs.Count - Repeated != Options.Tasks, $"{Runs.Count - Repeated} tasks have run."),
                (Repeated > mostRepeated, $"{Repeated} runs were repeated, and killed and frozen processes had {mostRepeated} slots."),
            ];
            return checks.Where(check => check.IsViolated).Select(check => check.Text).Concat(Unexplained);
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        | {Options.Seed} | {Time.TotalSeconds:0.0} | {Options.Tasks} | {Runs.Count} | {Repeated} | {Unexplained.Count} | {Disturber.Kills}, {Disturber.Freezes}, {Disturber.Stops} | {Plan.Requests} | {Plan.Broken} | {Returns.Count} | {Quantile(0.5)}, {Quantile(0.99)}, {Quantile(1)} |
        """);

    private string Quantile(double share) => Returns.Count == 0
        ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{Returns[(int)Math.Ceiling(share * Returns.Count) - 1].TotalSeconds:0.0} s");
}
