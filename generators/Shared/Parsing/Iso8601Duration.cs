using System;
using System.Globalization;

namespace Camunda.ExternalTask.Shared.Parsing;

/// <summary>ISO 8601 durations of a fixed length: weeks, days, hours, minutes and seconds, such as <c>PT1M30S</c>, <c>P1DT12H</c>, <c>P2W</c> or <c>PT0.5S</c>.</summary>
/// <remarks>Years and months have no fixed length and are refused; so are signs, which no lock or waiting time has.</remarks>
internal static class Iso8601Duration
{
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        if (text is null || text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        decimal seconds = 0;
        var inTime = false;
        var lastUnit = 0;
        for (var position = 1; position < text.Length;)
        {
            if (text[position] == 'T')
            {
                if (inTime || position == text.Length - 1)
                {
                    return false;
                }

                inTime = true;
                position++;
                continue;
            }

            var start = position;
            while (position < text.Length && text[position] is (>= '0' and <= '9') or '.' or ',')
            {
                position++;
            }

            if (position == text.Length || Unit(text[position], inTime) is not { } unit || unit.Order <= lastUnit
                || !TryParseNumber(text.Substring(start, position - start), unit.Seconds == 1, out var number))
            {
                return false;
            }

            lastUnit = unit.Order;
            seconds += number * unit.Seconds;
            position++;
        }

        const decimal TicksPerSecond = TimeSpan.TicksPerSecond;
        if (lastUnit == 0 || seconds > long.MaxValue / TicksPerSecond)
        {
            return false;
        }

        duration = new((long)(seconds * TicksPerSecond));
        return true;
    }

    private static (int Order, decimal Seconds)? Unit(char letter, bool inTime) => (letter, inTime) switch
    {
        ('W', false) => (1, 604_800),
        ('D', false) => (2, 86_400),
        ('H', true) => (3, 3_600),
        ('M', true) => (4, 60),
        ('S', true) => (5, 1),
        _ => null,
    };

    private static bool TryParseNumber(string text, bool mayHaveFraction, out decimal number)
    {
        number = 0;

        // 12 digits are 30,000 years in seconds: more cannot be meant, and cannot overflow.
        if (text.Length is 0 or > 20 || text[0] is '.' or ',' || text[text.Length - 1] is '.' or ',')
        {
            return false;
        }

        var style = mayHaveFraction ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
        return decimal.TryParse(text.Replace(',', '.'), style, CultureInfo.InvariantCulture, out number) && number < 1_000_000_000_000;
    }
}
