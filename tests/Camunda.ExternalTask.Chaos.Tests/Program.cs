using System.Globalization;
using Camunda.ExternalTask.Chaos.Runs;
using Camunda.ExternalTask.Chaos.Workers;

namespace Camunda.ExternalTask.Chaos;

/// <summary>
/// Runs chaos (<c>--engine memory|camunda|operaton|URL [--seed N] [--seeds N] [--tasks N] [--processes N] [--break-one-in N] [--kill-every SECONDS] [--max-kills N]</c>),
/// is a worker process (<c>--worker URL TOPIC FOLDER</c>), or runs the tests.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args) => args switch
    {
        ["--worker", var engine, var topic, var folder] => await WorkerProgram.RunAsync(new(engine), topic, folder).ConfigureAwait(false),
        _ when args.Contains("--engine") => await RunAsync(ChaosOptions.Parse(args)).ConfigureAwait(false),
        _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args).ConfigureAwait(false),
    };

    private static async Task<int> RunAsync(ChaosOptions options)
    {
        await using var engine = await EngineChoice.OfAsync(options.Engine).ConfigureAwait(false);
        var faults = new List<string>();
        var violations = 0;
        Console.WriteLine(ChaosResult.Header);
        for (var seed = options.Seed; seed < options.Seed + options.Seeds; seed++)
        {
            using var run = new ChaosRun(engine.Address, options with { Seed = seed });
            var result = await run.RunAsync(CancellationToken.None).ConfigureAwait(false);
            Console.WriteLine(result);
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {result.Plan}"));
            foreach (var repeated in result.Unexplained)
            {
                Console.WriteLine($"repeated: {repeated}");
            }

            if (result.Unexplained.Count > 0)
            {
                Console.WriteLine($"killed or frozen: {string.Join("; ", result.Disturbances)}");
            }

            foreach (var violation in result.Violations)
            {
                violations++;
                Console.WriteLine($"VIOLATION: {violation}");
            }
        }

        faults.ForEach(Console.WriteLine);
        return violations == 0 ? 0 : 1;
    }
}
