using System.Diagnostics;
using System.Globalization;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>Runs each scenario in a process of its own and prints the peak of its resident memory.</summary>
internal static class MemoryReport
{
    private const double Megabyte = 1_000_000;

    public static async Task<int> RunAsync(string filter)
    {
        var isGood = true;
        Console.WriteLine($"{"scenario",-36}{"results",12}{"wrong",8}{"peak MB",10}{"seconds",10}");
        foreach (var scenario in MemoryScenario.All.Where(scenario => scenario.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)))
        {
            isGood &= await MeasureAsync(scenario);
        }

        return isGood ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(MemoryScenario scenario)
    {
        var backlog = new MemoryBacklog(scenario.Tasks);
        await using var engine = new MemoryEngine(backlog);
        var started = Stopwatch.GetTimestamp();
        using var process = new ChildProcess("memory-worker", await engine.StartAsync());
        var peak = long.Parse(await process.ReadLineAsync(), CultureInfo.InvariantCulture) / Megabyte;
        var (right, wrong) = backlog.Results;
        Console.WriteLine($"{scenario.Name,-36}{right,12:N0}{wrong,8:N0}{peak,10:N0}{Stopwatch.GetElapsedTime(started).TotalSeconds,10:N1}");
        return right == scenario.Tasks.Count && wrong == 0;
    }
}
