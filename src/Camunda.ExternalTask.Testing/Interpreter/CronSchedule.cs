using System.Globalization;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Cron expressions with six fields: second, minute, hour, day, month, and day of the week.</summary>
internal static class CronSchedule
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>The first time after a moment; null if the text is not such an expression or has no more times.</summary>
    public static DateTimeOffset? Next(string text, DateTimeOffset after)
    {
        var fields = text.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 6
            || Parse(fields[0], 0, 59) is not { } seconds
            || Parse(fields[1], 0, 59) is not { } minutes
            || Parse(fields[2], 0, 23) is not { } hours
            || Parse(fields[3], 1, 31) is not { } days
            || Parse(fields[4], 1, 12, Months, 1) is not { } months
            || Parse(fields[5], 1, 7, Days, 1) is not { } weekdays)
        {
            return null;
        }

        var date = after.UtcDateTime.Date;
        for (var end = date.AddYears(5); date < end; date = date.AddDays(1))
        {
            if (!months.Contains(date.Month) || !days.Contains(date.Day) || !weekdays.Contains((int)date.DayOfWeek + 1))
            {
                continue;
            }

            foreach (var time in from hour in hours from minute in minutes from second in seconds select new TimeSpan(hour, minute, second))
            {
                if (new DateTimeOffset(date + time, TimeSpan.Zero) is var moment && moment > after)
                {
                    return moment;
                }
            }
        }

        return null;
    }

    private static SortedSet<int>? Parse(string field, int min, int max, string[]? names = null, int offset = 0)
    {
        var values = new SortedSet<int>();
        foreach (var item in field.Split(','))
        {
            var (range, step) = item.Split('/') is [var left, var right] ? (left, Number(right, null, 0) ?? 0) : (item, 1);
            var (from, to) = range is "*" or "?" ? (min, max)
                : range.Split('-') is [var first, var last] ? (Number(first, names, offset) ?? -1, Number(last, names, offset) ?? -1)
                : (Number(range, names, offset) ?? -1, item.Contains('/', StringComparison.Ordinal) ? max : Number(range, names, offset) ?? -1);
            if (from < min || to > max || step < 1)
            {
                return null;
            }

            for (var value = from; value <= to; value += step)
            {
                values.Add(value);
            }
        }

        return values;
    }

    private static int? Number(string text, string[]? names, int offset) =>
        names is not null && Array.IndexOf(names, text) is >= 0 and var index ? index + offset
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
