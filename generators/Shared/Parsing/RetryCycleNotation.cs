using System;
using System.Collections.Generic;
using System.Globalization;

namespace Camunda.ExternalTask.Shared.Parsing;

/// <summary>
/// The engine's notation of retries (<c>failedJobRetryTimeCycle</c>): <c>R3/PT30S</c> for three retries half a minute apart, a list such as
/// <c>PT10S,PT1M,PT5M</c> for one waiting time a retry, a single duration for one retry.
/// </summary>
/// <remarks><c>R/PT30S</c> (for ever) is refused: an external task has a number of retries. <c>R0/PT0S</c> says no retry.</remarks>
internal static class RetryCycleNotation
{
    /// <summary>More would be a slip, and each is a constant in the generated code.</summary>
    public const int MaxRetries = 1_000;

    public static bool TryParse(string? text, out EquatableArray<TimeSpan> intervals)
    {
        intervals = [];
        if (text is null)
        {
            return false;
        }

        return text.StartsWith("R", StringComparison.Ordinal) ? TryParseRepeat(text, out intervals) : TryParseList(text, out intervals);
    }

    private static bool TryParseRepeat(string text, out EquatableArray<TimeSpan> intervals)
    {
        intervals = [];
        var slash = text.IndexOf('/');
        if (slash < 0
            || !int.TryParse(text.Substring(1, slash - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var retries)
            || retries > MaxRetries
            || !Iso8601Duration.TryParse(text.Substring(slash + 1), out var interval))
        {
            return false;
        }

        var repeated = new TimeSpan[retries];
        for (var i = 0; i < retries; i++)
        {
            repeated[i] = interval;
        }

        intervals = new(repeated);
        return true;
    }

    private static bool TryParseList(string text, out EquatableArray<TimeSpan> intervals)
    {
        intervals = [];
        var list = new List<TimeSpan>();
        foreach (var part in text.Split(','))
        {
            if (!Iso8601Duration.TryParse(part.Trim(), out var interval))
            {
                return false;
            }

            list.Add(interval);
        }

        intervals = list.ToEquatableArray();
        return true;
    }
}
