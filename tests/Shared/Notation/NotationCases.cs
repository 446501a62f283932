namespace Camunda.ExternalTask.Tests.Notation;

/// <summary>
/// Texts with what they mean in the attribute, in configuration and, where BPMN has them, in the engine (<c>failedJobRetryTimeCycle</c> on Camunda 7.24). The tests of the generator and of the
/// runtime share them.
/// </summary>
internal static class NotationCases
{
    /// <summary>Retry cycles with the seconds before each retry; null: refused.</summary>
    public static TheoryData<string?, double[]?> RetryCycles => new()
    {
        { "R3/PT30S", [30, 30] },
        { "R2/PT30S", [30] },
        { "R1/PT30S", [] },
        { "R0/PT0S", [] },
        { "R03/PT1S", [1, 1] },
        { "R2/P1W", [604_800] },
        { " R3/PT30S\n", [30, 30] },
        { "PT10S", [10] },
        { "PT0S", [0] },
        { "P1W", [604_800] },
        { "P1D", [86_400] },
        { "PT10S,PT1M,PT5M", [10, 60, 300] },
        { " PT10S , PT1M ", [10, 60] },
        { "PT1.5S", [1.5] },
        { "R1000/PT0S", new double[999] },

        // Leave it out for the default; the engine reads a blank text as "not set", too.
        { null, null },
        { "", null },
        { " ", null },

        // An external task has a number of retries.
        { "R/PT30S", null },
        { "R1001/PT1S", null },
        { string.Join(",", Enumerable.Repeat("PT1S", 1_000)), null },

        // Months and years have no fixed length; the engine counts them from the day of the failure.
        { "P1M", null },
        { "P1Y", null },
        { "R3/P1M", null },
        { "P1Y2M3DT4H5M6S", null },

        // The engine ignores these, or takes them for something else.
        { "R", null },
        { "R3", null },
        { "R3/", null },
        { "R3/5M", null },
        { "R3/ PT30S", null },
        { "R 3/PT30S", null },
        { "R-1/PT30S", null },
        { "R+3/PT30S", null },
        { "R٣/PT30S", null },
        { "R3/-PT30S", null },
        { "R3/PT5M/PT5M", null },
        { "R3/2030-01-01T00:00:00/PT1M", null },
        { "R3/PT10S,PT20S", null },
        { "PT10S,R3/PT5S", null },
        { "R10000000000/PT1S", null },
        { "r3/PT30S", null },
        { "PT10S,", null },
        { ",PT10S", null },
        { "PT10S,,PT20S", null },
        { "PT10S;PT20S", null },
        { "PT1,5S", null },
        { "-PT10S", null },
        { "+PT10S", null },
        { "PT-10S", null },
        { "PT10S,abc", null },
        { "${cycle}", null },
        { "10", null },
        { "00:00:10", null },
    };

    /// <summary>Durations with their seconds; null: refused.</summary>
    public static TheoryData<string?, double?> Durations => new()
    {
        { "PT1M", 60 },
        { "PT90S", 90 },
        { "PT0S", 0 },
        { "PT0.5S", 0.5 },
        { "PT0.0000001S", 0.0000001 },
        { "PT0.5000000000S", 0.5 },
        { "PT1H30M", 5_400 },
        { "P1D", 86_400 },
        { "P1DT2H3M4S", 93_784 },
        { "P2W", 1_209_600 },
        { "P1WT1S", 604_801 },
        { " PT1M\t", 60 },
        { "PT000000000000000000000000000001S", 1 },
        { null, null },
        { "", null },
        { " ", null },
        { "P", null },
        { "T1S", null },
        { "PT", null },
        { "P1DT", null },
        { "PTS", null },
        { "PT5", null },
        { "1M", null },
        { "P1M", null },
        { "P1Y", null },
        { "PT1D", null },
        { "P1H", null },
        { "PT1S1H", null },
        { "PT1M1H", null },
        { "PT1M1M", null },
        { "PT1TS", null },
        { "PT1.5M", null },
        { "PT1.5H", null },
        { "PT.5S", null },
        { "PT5.S", null },
        { "PT1..5S", null },
        { "PT0,25S", null },
        { "PT0.00000001S", null },
        { "pt1s", null },
        { "PT1 S", null },
        { "PT٣S", null },
        { "PT1e3S", null },
        { "P1DT1M 30S", null },
        { "PT999999999999S", null },
        { "PT999999999999999999999S", null },
        { "P99999999999W", null },
    };

    /// <summary>Durations with signs, which data may have, and their seconds. Where no duration can be negative they are refused.</summary>
    public static TheoryData<string, double> SignedDurations => new()
    {
        { "-PT5S", -5 },
        { "PT-5S", -5 },
        { "+PT5S", 5 },
        { "PT+5S", 5 },
        { "-PT-5S", 5 },
        { "PT-1.5S", -1.5 },
        { "PT8H-6M", 28_440 },
        { "P-1DT1H", -82_800 },
        { "-P2W", -1_209_600 },
    };
}
