using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using Camunda.ExternalTask.Shared.Notation;

namespace Camunda.ExternalTask.CodeFixes.Durations;

/// <summary>The possible meanings of a text that is not an ISO 8601 duration.</summary>
internal static class DurationReadings
{
    // A larger number without a unit is rather a time.
    private const int MostRetries = 9;

    private static readonly Regex Units = new(
        @"^P?T?(?:(?<d>\d{1,9})\s*d(?:ays?)?)?\s*T?(?:(?<h>\d{1,9})\s*h(?:ours?|rs?)?)?\s*(?:(?<m>\d{1,9})\s*m(?:in(?:utes?)?)?)?\s*(?:(?<s>\d{1,9})\s*s(?:ec(?:onds?)?)?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The readings, the likeliest first. A number without a unit has two.</summary>
    public static IReadOnlyList<DurationReading> All { get; } =
    [
        new("hours, minutes and seconds", ReadClock),
        new("units", ReadUnits),
        new("minutes", static text => text.StartsWith("PT", StringComparison.OrdinalIgnoreCase) ? ReadNumber(text.Substring(2), TimeSpan.TicksPerMinute) : null),
        new("seconds", static text => ReadNumber(text.StartsWith("PT", StringComparison.OrdinalIgnoreCase) ? text.Substring(2) : text, TimeSpan.TicksPerSecond)),
        new("milliseconds", static text => ReadNumber(text, TimeSpan.TicksPerMillisecond)),
    ];

    /// <summary>A lock duration in ISO 8601, or null if the text does not match a reading.</summary>
    public static string? Duration(string text, DurationReading reading) =>
        reading.Read(text.Trim()) is { } duration && duration > TimeSpan.Zero ? Iso8601Duration.Format(duration) : null;

    /// <summary>The retry cycle for a number of retries, or null if the text is not a small number.</summary>
    public static string? Retries(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var retries) && retries is > 0 and <= MostRetries ? $"R{retries + 1}/PT30S" : null;

    /// <summary>A retry cycle, or null if the text does not match a reading.</summary>
    public static string? RetryCycle(string text, DurationReading reading)
    {
        var repeat = Regex.Match(text.Trim(), @"^R(?<times>\d{0,4})(/|(?=P))(?<interval>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        string? cycle;
        var product = Regex.Match(text.Trim(), @"^(?<retries>\d{1,3})\s*[x*×]\s*(?<interval>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        if (product.Success)
        {
            var attempts = int.Parse(product.Groups["retries"].Value, CultureInfo.InvariantCulture) + 1;
            return Interval(product.Groups["interval"].Value, reading) is { } each && RetryCycleNotation.TryParse($"R{attempts}/{each}", out _) ? $"R{attempts}/{each}" : null;
        }

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
