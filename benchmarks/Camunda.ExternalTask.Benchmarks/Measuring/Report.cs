namespace Camunda.ExternalTask.Benchmarks;

/// <summary>The table, and whether the limits hold.</summary>
internal sealed class Report(BenchmarkOptions options)
{
    private readonly List<Measurement> _bare = [];
    private readonly List<Measurement> _worker = [];
    private bool _good = true;

    public void Begin()
    {
        Console.WriteLine($"{options.Tasks:N0} tasks, {options.Slots} slots, {options.Rounds} rounds, each run in a process of its own after a warm-up.");
        Console.WriteLine();
        Console.WriteLine($"{"round",-8}{"client",-10}{"tasks/s",12}{"CPU µs/task",14}{"bytes/task",14}");
    }

    public void Add(int round, Measurement measurement)
    {
        (measurement.Client == "bare" ? _bare : _worker).Add(measurement);
        Write($"{round}", measurement);
    }

    /// <summary>Writes medians, ratios and limits.</summary>
    /// <returns>Whether all limits hold.</returns>
    public bool End()
    {
        var (bare, worker) = (Measurement.Median(_bare), Measurement.Median(_worker));
        Write("median", bare);
        Write("median", worker);
        Console.WriteLine();
        Compare("throughput", worker.TasksPerSecond / bare.TasksPerSecond, atLeast: options.MinThroughput);
        Compare("CPU per task", worker.CpuMicroseconds / bare.CpuMicroseconds, atMost: options.MaxCpu);
        Compare("allocated per task", worker.AllocatedBytes / bare.AllocatedBytes, atMost: options.MaxAllocated);
        return _good;
    }

    private static void Write(string round, Measurement measurement) => Console.WriteLine(
        $"{round,-8}{measurement.Client,-10}{measurement.TasksPerSecond,12:N0}{measurement.CpuMicroseconds,14:N1}{measurement.AllocatedBytes,14:N0}");

    private void Compare(string what, double ratio, double? atLeast = null, double? atMost = null)
    {
        var holds = (atLeast is null || ratio >= atLeast) && (atMost is null || ratio <= atMost);
        var limit = atLeast is { } least ? $"at least {least:0.##}" : atMost is { } most ? $"at most {most:0.##}" : "no limit";
        Console.WriteLine($"worker / bare, {what}: {ratio:0.00} ({limit}){(holds ? "" : " FAILED")}");
        _good &= holds;
    }
}
