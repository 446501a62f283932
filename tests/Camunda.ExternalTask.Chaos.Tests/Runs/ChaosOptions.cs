using System.Globalization;

namespace Camunda.ExternalTask.Chaos.Runs;

/// <summary>The conditions of a run.</summary>
internal sealed record ChaosOptions
{
    public int Seed { get; init; } = 1;

    public int Tasks { get; init; } = 3_000;

    public int Processes { get; init; } = 2;

    /// <summary>One request in this many is broken.</summary>
    public int BreakOneIn { get; init; } = 10;

    /// <summary>The time between kills, freezes and stops; null for none.</summary>
    public TimeSpan? DisturbEvery { get; init; }

    public static ChaosOptions Parse(IReadOnlyList<string> args)
    {
        var options = new ChaosOptions();
        for (var i = 0; i + 1 < args.Count; i += 2)
        {
            var number = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
            options = args[i] switch
            {
                "--seed" => options with { Seed = number },
                "--tasks" => options with { Tasks = number },
                "--processes" => options with { Processes = number },
                "--break-one-in" => options with { BreakOneIn = number },
                "--disturb-every" => options with { DisturbEvery = TimeSpan.FromSeconds(number) },
                var unknown => throw new ArgumentException($"'{unknown}' is unknown; use --seed, --tasks, --processes, --break-one-in or --disturb-every with a number."),
            };
        }

        return options;
    }
}
