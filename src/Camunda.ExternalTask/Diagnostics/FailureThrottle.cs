using System.Numerics;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>Prevents code that always throws from filling the log: only the 1st, 2nd, 4th, 8th … failure is logged.</summary>
internal static class FailureThrottle
{
    /// <summary>Counts a failure.</summary>
    /// <param name="failures">The number of failures so far. Several threads may count at the same time.</param>
    /// <param name="count">The number of failures including this one.</param>
    /// <returns>Whether to log this failure.</returns>
    public static bool Count(ref long failures, out long count)
    {
        count = Interlocked.Increment(ref failures);
        return BitOperations.IsPow2(count);
    }
}
