using System.Numerics;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>Keeps code that always throws from filling the log: its 1st, 2nd, 4th, 8th … failure is logged.</summary>
internal static class FailureThrottle
{
    /// <summary>Counts a failure.</summary>
    /// <param name="failures">The failures so far; several threads may count them.</param>
    /// <param name="count">The failures with this one.</param>
    /// <returns>Whether this failure is to be logged.</returns>
    public static bool Count(ref long failures, out long count)
    {
        count = Interlocked.Increment(ref failures);
        return BitOperations.IsPow2(count);
    }
}
