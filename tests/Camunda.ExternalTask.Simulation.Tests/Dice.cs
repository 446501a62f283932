namespace Camunda.ExternalTask.Simulation;

/// <summary>
/// Random numbers from the seed of a run and the thing that they are for. Because each thing has its own numbers,
/// removing a task or a fault from a scenario does not change the others.
/// </summary>
internal struct Dice
{
    private ulong _state;

    public Dice(int seed, string thing, int a = 0, int b = 0)
    {
        _state = Mix((ulong)seed + 0x9E3779B97F4A7C15);
        foreach (var c in thing)
        {
            _state = Mix(_state ^ c);
        }

        _state = Mix(_state ^ (uint)a);
        _state = Mix(_state ^ ((ulong)(uint)b << 32));
    }

    /// <summary>A number from zero to below one.</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A number from zero to below a bound.</summary>
    public int Next(int bound) => (int)(Next() * bound);

    /// <summary>A time between two bounds, in seconds.</summary>
    public TimeSpan Seconds(double from, double to) => TimeSpan.FromMilliseconds(Math.Round((from + (Next() * (to - from))) * 1000));

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
