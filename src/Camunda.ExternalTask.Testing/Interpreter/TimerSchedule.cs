using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Camunda.ExternalTask.Testing.Flavors;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>The time at which a timer is due, and how often it repeats.</summary>
/// <param name="Due">The next due date.</param>
/// <param name="Repetitions">The times that the timer is still due, including the next one; null without a limit.</param>
/// <param name="Repeats">True for a cycle.</param>
internal sealed partial record TimerSchedule(DateTimeOffset Due, int? Repetitions, bool Repeats)
{
    /// <summary>Reads the value of a timer.</summary>
    /// <param name="kind"><c>timeDate</c>, <c>timeDuration</c> or <c>timeCycle</c>.</param>
    /// <param name="value">The value of the expression.</param>
    /// <param name="now">The time from which durations count.</param>
    /// <exception cref="EngineRequestException">The value is not a time.</exception>
    public static TimerSchedule Of(string? kind, object? value, DateTimeOffset now)
    {
        if (value is DateTimeOffset date)
        {
            return new(date, 1, Repeats: false);
        }

        var text = (value as string ?? "").Trim();
        return kind switch
        {
            "timeCycle" when text.StartsWith('R') => OfCycle(text, now),
            "timeCycle" => new(CronSchedule.Next(text, now) ?? throw Invalid(text), null, Repeats: true),
            "timeDuration" when text.StartsWith('R') => OfCycle(text, now) with { Repeats = false },
            "timeDuration" => new(After(now, text) ?? throw Invalid(text), 1, Repeats: false),
            _ => new(DateOf(text, now), 1, Repeats: false),
        };
    }

    /// <summary>The date of a text: an ISO 8601 date, or a duration from now.</summary>
    public static DateTimeOffset DateOf(string text, DateTimeOffset now) => After(now, text)
        ?? (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : throw Invalid(text));

    /// <summary>The time after an ISO 8601 duration; null if the text is not one. Months and years follow the calendar.</summary>
    public static DateTimeOffset? After(DateTimeOffset start, string text)
    {
        if (Weeks().Match(text) is { Success: true } weeks)
        {
            return start.AddDays(7 * int.Parse(weeks.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        }

        if (Duration().Match(text) is not { Success: true } match)
        {
            return null;
        }

        int Part(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var rest = "P" + match.Groups[3].Value;
        try
        {
            return start.AddYears(Part(1)).AddMonths(Part(2)) + (rest == "P" ? TimeSpan.Zero : XmlConvert.ToTimeSpan(rest));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static TimerSchedule OfCycle(string text, DateTimeOffset now)
    {
        var parts = text.Split('/');
        int? repetitions = parts[0].Length == 1 ? null
            : int.TryParse(parts[0].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw Invalid(text);
        var first = parts.Length == 3 ? DateOf(parts[1], now) : After(now, parts[^1]) ?? throw Invalid(text);
        for (; first <= now && parts.Length == 3; first = After(first, parts[2]) ?? throw Invalid(text))
        {
            if (repetitions is not null && --repetitions <= 0)
            {
                break;
            }
        }

        return new(first, repetitions, Repeats: true);
    }

    private static EngineRequestException Invalid(string text) => EngineErrors.Failed($"ENGINE-09026 Exception while parsing date '{text}'");

    [GeneratedRegex(@"^P(\d+)W$")]
    private static partial Regex Weeks();

    [GeneratedRegex(@"^P(?:(\d+)Y)?(?:(\d+)M)?((?:\d+D)?(?:T.+)?)$")]
    private static partial Regex Duration();
}
