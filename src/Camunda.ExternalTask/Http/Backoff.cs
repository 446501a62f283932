namespace Camunda.ExternalTask.Http;

/// <summary>
/// Computes waits with full jitter: a random time between zero and a growing bound, so that many workers do not return at the same moment.
/// </summary>
internal static class Backoff
{
    private const int MaxSteps = 1_000;

    /// <param name="random">The source of the jitter.</param>
    /// <param name="attempt">The number of consecutive failures, from 1.</param>
    /// <param name="first">The bound of the first wait.</param>
    /// <param name="cap">The bound of all waits.</param>
    /// <param name="factor">The ratio of each bound to the one before.</param>
    public static TimeSpan FullJitter(Random random, int attempt, TimeSpan first, TimeSpan cap, double factor = 2) => Bound(attempt, first, cap, factor) * random.NextDouble();

    /// <summary>Returns the longest wait after a number of consecutive failures.</summary>
    public static TimeSpan Bound(int attempt, TimeSpan first, TimeSpan cap, double factor = 2)
    {
        var bound = first.Ticks * Math.Pow(factor, Math.Clamp(attempt - 1, 0, MaxSteps));
        return bound < cap.Ticks ? TimeSpan.FromTicks((long)bound) : cap;
    }
}
