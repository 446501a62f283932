using System.Globalization;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>What is measured and which ratios (worker to bare loop) are good enough.</summary>
internal sealed record BenchmarkOptions
{
    private const string Usage =
        "Usage: Camunda.ExternalTask.Benchmarks [--tasks 30000] [--slots 64] [--rounds 3] [--min-throughput 0.85] [--max-cpu 1.4] [--max-allocated RATIO]\n"
        + "       Camunda.ExternalTask.Benchmarks memory [part of the name of a scenario]";

    public int Tasks { get; init; } = 30_000;

    public int Slots { get; init; } = 64;

    public int Rounds { get; init; } = 3;

    public double? MinThroughput { get; init; }

    public double? MaxCpu { get; init; }

    public double? MaxAllocated { get; init; }

    public static BenchmarkOptions Parse(string[] arguments)
    {
        var options = new BenchmarkOptions();
        for (var index = 0; index < arguments.Length; index += 2)
        {
            var value = index + 1 < arguments.Length ? arguments[index + 1] : throw new BenchmarkException(Usage);
            options = arguments[index] switch
            {
                "--tasks" => options with { Tasks = Whole(value) },
                "--slots" => options with { Slots = Whole(value) },
                "--rounds" => options with { Rounds = Whole(value) },
                "--min-throughput" => options with { MinThroughput = Ratio(value) },
                "--max-cpu" => options with { MaxCpu = Ratio(value) },
                "--max-allocated" => options with { MaxAllocated = Ratio(value) },
                _ => throw new BenchmarkException(Usage),
            };
        }

        return options;
    }

    private static int Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new BenchmarkException(Usage);

    private static double Ratio(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ratio) ? ratio : throw new BenchmarkException(Usage);
}
