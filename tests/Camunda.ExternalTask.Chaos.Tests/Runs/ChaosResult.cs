using System.Globalization;
using System.Text;
using Camunda.ExternalTask.Chaos.Proxy;
using Camunda.ExternalTask.Chaos.Workers;

namespace Camunda.ExternalTask.Chaos.Runs;

/// <summary>What happened in a run.</summary>
/// <param name="Options">The conditions.</param>
/// <param name="Time">From the start of the workers until the last instance has ended.</param>
/// <param name="Runs">All runs of handlers.</param>
/// <param name="Unfinished">The instances that did not end in time.</param>
/// <param name="Incidents">The incidents. The handler never fails, so each is a fault of the worker.</param>
/// <param name="Disturbances">How often processes were killed, frozen or stopped.</param>
/// <param name="Unexplained">Runs that were repeated although neither death nor freeze of their process explains it.</param>
/// <param name="Plan">The requests.</param>
internal sealed record ChaosResult(
    ChaosOptions Options,
    TimeSpan Time,
    IReadOnlyList<LedgerRun> Runs,
    int Unfinished,
    int Incidents,
    int Disturbances,
    IReadOnlyList<string> Unexplained,
    FaultPlan Plan)
{
    /// <summary>The runs beyond the first of each task.</summary>
    public int Repeated => Runs.Count - Runs.Select(run => run.Task).Distinct().Count();

    /// <summary>The tasks whose handler never ran.</summary>
    public int Missing => Options.Tasks - Runs.Select(run => run.Task).Distinct().Count();

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"seed {Options.Seed}: {Options.Tasks} tasks, {Options.Processes} processes, {Time.TotalSeconds:0.0} s, ");
        text.Append(CultureInfo.InvariantCulture, $"{Runs.Count} runs, {Repeated} repeated ({Unexplained.Count} unexplained), {Unfinished} unfinished, {Incidents} incidents, ");
        text.Append(CultureInfo.InvariantCulture, $"{Disturbances} disturbances, {Plan.Broken} of {Plan.Requests} requests broken (");
        text.AppendJoin(", ", Plan.Counts.Select(pair => $"{pair.Fault} {pair.Count}"));
        return text.Append(')').ToString();
    }
}
