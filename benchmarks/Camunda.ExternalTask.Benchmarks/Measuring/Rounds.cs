using System.Globalization;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>Bare loop and worker in turn, so that a machine that gets slower or faster treats both alike.</summary>
internal static class Rounds
{
    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        using var stub = new ChildProcess("stub");
        var engine = await stub.ReadLineAsync();
        var report = new Report(options);
        report.Begin();
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var client in (string[])["bare", "worker"])
            {
                report.Add(round, await MeasureAsync(client, engine, options));
            }
        }

        return report.End() ? 0 : 1;
    }

    private static async Task<Measurement> MeasureAsync(string client, string engine, BenchmarkOptions options)
    {
        using var process = new ChildProcess(client, engine, options.Slots.ToString(CultureInfo.InvariantCulture), options.Tasks.ToString(CultureInfo.InvariantCulture));
        return Measurement.Parse(await process.ReadLineAsync());
    }
}
