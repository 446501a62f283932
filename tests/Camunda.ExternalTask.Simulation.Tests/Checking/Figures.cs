using System.Globalization;

namespace Camunda.ExternalTask.Simulation.Checking;

/// <summary>What was measured in runs.</summary>
internal sealed class Figures
{
    private static readonly TimeSpan LongOutage = TimeSpan.FromSeconds(60);

    public int Seeds { get; private set; } = 1;

    public int Tasks { get; set; }

    public long Events { get; set; }

    public long Calls { get; set; }

    public int Runs { get; set; }

    /// <summary>Runs beyond the first that neither a failure nor a release explains.</summary>
    public int Duplicates { get; set; }

    /// <summary>Locks that an unlock removed whose sender could not know them.</summary>
    public int StaleUnlocks { get; set; }

    /// <summary>The longest time that a task was locked for nobody, and when the faults were over.</summary>
    public TimeSpan LongestHidden { get; set; }

    /// <summary>From the death of a worker until its task was fetched again.</summary>
    public List<TimeSpan> Recoveries { get; } = [];

    /// <summary>From the moment when the poll of a dead worker took a task until its next fetch.</summary>
    public List<TimeSpan> Thefts { get; } = [];

    /// <summary>From the moment when a retry fell due until its fetch.</summary>
    public List<TimeSpan> NudgeLateness { get; } = [];

    /// <summary>Polls and sweeps per second of each worker and long outage.</summary>
    public List<double> OutageRates { get; } = [];

    public double CallsPerTask => (double)Calls / Math.Max(1, Tasks);

    /// <summary>Calls for tasks per second of each worker and long outage: results and locks.</summary>
    public List<double> OutageTaskRates { get; } = [];

    public void OutageEnded(int requests, int taskCalls, TimeSpan length)
    {
        if (length >= LongOutage)
        {
            OutageRates.Add(requests / length.TotalSeconds);
            OutageTaskRates.Add(taskCalls / length.TotalSeconds);
        }
    }

    public void Add(Figures other)
    {
        Seeds += other.Seeds;
        Tasks += other.Tasks;
        Events += other.Events;
        Calls += other.Calls;
        Runs += other.Runs;
        Duplicates += other.Duplicates;
        StaleUnlocks += other.StaleUnlocks;
        LongestHidden = other.LongestHidden > LongestHidden ? other.LongestHidden : LongestHidden;
        Recoveries.AddRange(other.Recoveries);
        Thefts.AddRange(other.Thefts);
        NudgeLateness.AddRange(other.NudgeLateness);
        OutageRates.AddRange(other.OutageRates);
        OutageTaskRates.AddRange(other.OutageTaskRates);
    }

    public static Figures None() => new() { Seeds = 0 };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        seeds {Seeds}, tasks {Tasks}, events {Events}, calls {Calls} ({CallsPerTask:0.0} per task)
        handler runs {Runs}, of these repeated without failure or release {Duplicates}; locks removed by late unlocks {StaleUnlocks}
        hidden after the faults: at most {LongestHidden.TotalSeconds:0.0} s
        fetched again after the death of a worker, in s: {Spread([.. Recoveries.Select(time => time.TotalSeconds)])}
        fetched again after the poll of a dead worker took it, in s: {Spread([.. Thefts.Select(time => time.TotalSeconds)])}
        lateness of retries after the faults, in s: {Spread([.. NudgeLateness.Select(time => time.TotalSeconds)])}
        polls and sweeps per second and worker in outages from 60 s: {Spread(OutageRates)}
        calls for tasks per second and worker in outages from 60 s: {Spread(OutageTaskRates)}
        """);

    private static string Spread(List<double> values)
    {
        if (values.Count == 0)
        {
            return "none";
        }

        values.Sort();
        return string.Create(
            CultureInfo.InvariantCulture, $"median {values[values.Count / 2]:0.000}, p99 {values[values.Count * 99 / 100]:0.000}, max {values[^1]:0.000} (of {values.Count})");
    }
}
