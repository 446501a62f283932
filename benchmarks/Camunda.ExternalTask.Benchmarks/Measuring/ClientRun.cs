using System.Diagnostics;
using System.Globalization;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>One client in a process of its own: warmed up, measured, checked; prints its measurement as a line of JSON.</summary>
internal static class ClientRun
{
    private const int WarmUpRuns = 3;
    /// <summary>So many that the JIT is done: with a tenth of them a fifth of the measured CPU time was its own.</summary>
    private const int WarmUpTasks = 40_000;

    public static async Task<int> RunAsync(IBenchmarkClient client, Uri engine, int slots, int tasks)
    {
        using var control = new HttpClient { BaseAddress = engine, Timeout = TimeSpan.FromMinutes(2) };
        await client.StartAsync(engine, slots);
        for (var run = 0; run < WarmUpRuns; run++)
        {
            await WorkOffAsync(control, WarmUpTasks);
        }

        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();

        await WorkOffAsync(control, tasks);

        var elapsed = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        var measurement = new Measurement(
            client.Name,
            tasks / elapsed.TotalSeconds,
            (process.TotalProcessorTime - cpu).TotalMicroseconds / tasks,
            (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / tasks);
        await client.StopAsync();
        Console.WriteLine(measurement.ToJson());
        return 0;
    }

    private static async Task WorkOffAsync(HttpClient control, int tasks)
    {
        (await control.PostAsync(new Uri($"load?count={tasks}", UriKind.Relative), null)).EnsureSuccessStatusCode();
        var answer = await control.GetStringAsync(new Uri("finished", UriKind.Relative));
        if (answer != string.Create(CultureInfo.InvariantCulture, $"{tasks} 0"))
        {
            throw new BenchmarkException($"Of {tasks} tasks, distinct ones completed and wrong requests: {answer}.");
        }
    }
}
