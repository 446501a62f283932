using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using Camunda.ExternalTask.Shared.Notation;

namespace Camunda.ExternalTask.CodeFixes.Durations;

/// <summary>The possible meanings of a text that is not an ISO 8601 duration.</summary>
internal static class DurationReadings
{
    private static readonly Regex Units = new(
        @"^P?T?(?:(?<d>\d{1,9})\s*d(?:ays?)?)?\s*T?(?:(?<h>\d{1,9})\s*h(?:ours?|rs?)?)?\s*(?:(?<m>\d{1,9})\s*m(?:in(?:utes?)?)?)?\s*(?:(?<s>\d{1,9})\s*s(?:ec(?:onds?)?)?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The readings, the likeliest first. A number without a unit has two.</summary>
    public static IReadOnlyList<DurationReading> All { get; } =
    [
        new("hours, minutes and seconds", ReadClock),
        new("units", ReadUnits),
        new("seconds", static text => ReadNumber(text, TimeSpan.TicksPerSecond)),
        new("milliseconds", static text => ReadNumber(text, TimeSpan.TicksPerMillisecond)),
    ];

    /// <summary>A lock duration in ISO 8601, or null if the text does not match a reading.</summary>
    public static string? Duration(string text, DurationReading reading) =>
        reading.Read(text.Trim()) is { } duration && duration > TimeSpan.Zero ? Iso8601Duration.Format(duration) : null;

    /// <summary>A retry cycle, or null if the text does not match a reading.</summary>
    public static string? RetryCycle(string text, DurationReading reading)
    {
        var repeat = Regex.Match(text.Trim(), @"^R(?<times>\d{0,4})/(?<interval>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        string? cycle;
        if (repeat.Success)
        {
            // An external task cannot have unlimited retries; three attempts are the engine's default.
            var times = repeat.Groups["times"].Length == 0 ? "3" : repeat.Groups["times"].Value;
            cycle = Interval(repeat.Groups["interval"].Value, reading) is { } interval ? $"R{times}/{interval}" : null;
        }
        else
        {
            var intervals = Array.ConvertAll(text.Split(',', ';'), part => Interval(part, reading));
            cycle = Array.IndexOf(intervals, null) < 0 ? string.Join(",", intervals) : null;
        }

        return cycle != text && RetryCycleNotation.TryParse(cycle, out _) ? cycle : null;
    }

    private static string? Interval(string text, DurationReading reading) =>
        Iso8601Duration.TryParse(text.Trim(), out _) ? text.Trim() : Duration(text, reading);

    private static TimeSpan? ReadClock(string text) =>
        text.Contains(":") && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) ? duration : null;

    private static TimeSpan? ReadUnits(string text)
    {
        var match = Units.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var seconds = (Number("d") * 86_400) + (Number("h") * 3_600) + (Number("m") * 60) + Number("s");
        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;

        double Number(string unit) => match.Groups[unit].Success ? double.Parse(match.Groups[unit].Value, CultureInfo.InvariantCulture) : 0;
    }

    private static TimeSpan? ReadNumber(string text, long ticks) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(number * ticks) : null;
}
