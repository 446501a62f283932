namespace Camunda.ExternalTask.Http;

/// <summary>Waiting times with full jitter: anything between nothing and a bound that grows, so that many workers do not return as one herd.</summary>
internal static class Backoff
{
    private const int MaxSteps = 1_000;

    /// <param name="random">The source of the jitter.</param>
    /// <param name="attempt">The number of failures in a row, from 1.</param>
    /// <param name="first">The bound of the first wait.</param>
    /// <param name="cap">The bound of all waits.</param>
    /// <param name="factor">How many times longer each further bound is.</param>
    public static TimeSpan FullJitter(Random random, int attempt, TimeSpan first, TimeSpan cap, double factor = 2) => Bound(attempt, first, cap, factor) * random.NextDouble();

    /// <summary>The longest wait after so many failures.</summary>
    public static TimeSpan Bound(int attempt, TimeSpan first, TimeSpan cap, double factor = 2)
    {
        var bound = first.Ticks * Math.Pow(factor, Math.Clamp(attempt - 1, 0, MaxSteps));
        return bound < cap.Ticks ? TimeSpan.FromTicks((long)bound) : cap;
    }
}
