using System.Globalization;

namespace Camunda.ExternalTask.Chaos.Runs;

/// <summary>The conditions of a run.</summary>
internal sealed record ChaosOptions
{
    /// <summary><c>memory</c>, <c>camunda</c>, <c>operaton</c>, or the address of an engine.</summary>
    public string Engine { get; init; } = "memory";

    public int Seed { get; init; } = 1;

    /// <summary>The number of runs, each with the next seed.</summary>
    public int Seeds { get; init; } = 1;

    public int Tasks { get; init; } = 3_000;

    public int Processes { get; init; } = 2;

    /// <summary>One request in this many is broken.</summary>
    public int BreakOneIn { get; init; } = 10;

    /// <summary>The time between kills, freezes and stops; null for none.</summary>
    public TimeSpan? KillEvery { get; init; }

    /// <summary>How often processes are killed, frozen or stopped at most.</summary>
    public int MaxKills { get; init; } = int.MaxValue;

    public static ChaosOptions Parse(IReadOnlyList<string> args)
    {
        var options = new ChaosOptions();
        for (var i = 0; i + 1 < args.Count; i += 2)
        {
            options = args[i] == "--engine" ? options with { Engine = args[i + 1] } : options.With(args[i], int.Parse(args[i + 1], CultureInfo.InvariantCulture));
        }

        return options;
    }

    private ChaosOptions With(string name, int number) => name switch
    {
        "--seed" => this with { Seed = number },
        "--seeds" => this with { Seeds = number },
        "--tasks" => this with { Tasks = number },
        "--processes" => this with { Processes = number },
        "--break-one-in" => this with { BreakOneIn = number },
        "--kill-every" => this with { KillEvery = TimeSpan.FromSeconds(number) },
        "--max-kills" => this with { MaxKills = number },
        _ => throw new ArgumentException($"'{name}' is unknown; use --engine, --seed, --seeds, --tasks, --processes, --break-one-in, --kill-every or --max-kills."),
    };
}
