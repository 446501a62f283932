using Camunda.ExternalTask.Chaos.Runs;
using Camunda.ExternalTask.Chaos.Workers;
using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Chaos;

/// <summary>
/// Runs chaos on the engine at an address or in memory (<c>--engine URL|memory [--seed N] [--tasks N] [--processes N] [--break-one-in N]
/// [--disturb-every SECONDS]</c>), is a worker process (<c>--worker URL FOLDER</c>), or runs the tests.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args) => args switch
    {
        ["--worker", var engine, var folder] => await WorkerProgram.RunAsync(new(engine), folder).ConfigureAwait(false),
        ["--engine", var engine, .. var rest] => await RunAsync(engine, ChaosOptions.Parse(rest)).ConfigureAwait(false),
        _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args).ConfigureAwait(false),
    };

    private static async Task<int> RunAsync(string engine, ChaosOptions options)
    {
        await using var memory = engine == "memory" ? new InMemoryEngine() : null;
        var address = memory is null ? new Uri(engine) : await memory.ListenAsync().ConfigureAwait(false);
        using var run = new ChaosRun(address, options);
        var result = await run.RunAsync(CancellationToken.None).ConfigureAwait(false);
        Console.WriteLine(result);
        foreach (var repeated in result.Unexplained.Take(20))
        {
            Console.WriteLine($"  {repeated}");
        }

        return result is { Unfinished: 0, Missing: 0, Incidents: 0, Unexplained.Count: 0 } ? 0 : 1;
    }
}
