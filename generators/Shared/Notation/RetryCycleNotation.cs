using System;
using System.Globalization;

namespace Camunda.ExternalTask.Shared.Notation;

/// <summary>
/// The notation and the meaning of the engine's <c>failedJobRetryTimeCycle</c>. <c>R3/PT30S</c> means three attempts, hence two retries, 30 seconds apart.
/// A list such as <c>PT10S,PT1M,PT5M</c> has one waiting time per retry, hence four attempts. <c>R1/PT0S</c> and <c>R0/PT0S</c> mean no retry.
/// White space around the text and around the parts of a list is ignored.
/// </summary>
/// <remarks><c>R/PT30S</c> (unlimited) is not valid, because an external task has a number of retries. Months and years are not valid, because their length varies.</remarks>
internal static class RetryCycleNotation
{
    /// <summary>The highest number of attempts. More are probably a mistake, and each needs a waiting time in memory.</summary>
    public const int MaxAttempts = 1_000;

    /// <summary>What to write instead of a text that is not valid, as the end of a sentence.</summary>
    public const string Remedy =
        "write 'R3/PT30S' for three attempts (two retries) 30 seconds apart, one waiting time per retry such as 'PT10S,PT1M,PT5M', or 'R1/PT0S' for no retry; " +
        "durations are ISO 8601 in weeks, days, hours, minutes and seconds, and there are at most 1,000 attempts";

    /// <param name="text">The text; null and blank are not valid.</param>
    /// <param name="intervals">One waiting time per retry.</param>
    public static bool TryParse(string? text, out TimeSpan[] intervals)
    {
        var cycle = (text ?? "").Trim();
        return cycle.StartsWith("R", StringComparison.Ordinal) ? TryParseRepeat(cycle, out intervals) : TryParseList(cycle, out intervals);
    }

    /// <summary>The message for a text that is not valid.</summary>
    public static string Problem(string? text) => $"'{text}' is not a retry cycle; {Remedy}.";

    private static bool TryParseRepeat(string text, out TimeSpan[] intervals)
    {
        intervals = [];
        var slash = text.IndexOf('/');

        // The engine ignores a cycle with a blank after the slash.
        if (slash < 0
            || slash == text.Length - 1
            || char.IsWhiteSpace(text[slash + 1])
            || !int.TryParse(text.Substring(1, slash - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var attempts)
            || attempts > MaxAttempts
            || !Iso8601Duration.TryParse(text.Substring(slash + 1), out var interval))
        {
            return false;
        }

        intervals = new TimeSpan[Math.Max(0, attempts - 1)];
        for (var i = 0; i < intervals.Length; i++)
        {
            intervals[i] = interval;
        }

        return true;
    }

    private static bool TryParseList(string text, out TimeSpan[] intervals)
    {
        intervals = [];
        var parts = text.Split(',');
        if (parts.Length >= MaxAttempts)
        {
            return false;
        }

        var list = new TimeSpan[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!Iso8601Duration.TryParse(parts[i], out list[i]))
            {
                return false;
            }
        }

        intervals = list;
        return true;
    }
}
