using System;
using System.Xml;

namespace Camunda.ExternalTask.Shared.Notation;

/// <summary>
/// ISO 8601 durations of a fixed length: weeks, days, hours, minutes and seconds in that order, such as <c>PT1M30S</c>, <c>P1DT12H</c>, <c>P2W</c> or <c>PT0.5S</c>.
/// White space around them is ignored.
/// </summary>
/// <remarks>
/// Years and months have no fixed length and are not valid. Only seconds can have a fraction, after a decimal point and in whole ticks (100 ns). As in the
/// engine, letters are upper case and the comma separates durations.
/// </remarks>
internal static class Iso8601Duration
{
    private const int TickDigits = 7;

    /// <summary>A duration without signs: no lock and no waiting time is negative.</summary>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        return text is not null && text.IndexOf('-') < 0 && text.IndexOf('+') < 0 && TryParseSigned(text, out duration);
    }

    /// <summary>A duration in data, with a sign before it (XML Schema) or before its numbers (Java).</summary>
    public static bool TryParseSigned(string? text, out TimeSpan duration)
    {
        duration = default;
        var rest = (text ?? "").Trim();
        var position = 0;
        var sign = Sign(rest, ref position);
        if (position >= rest.Length || rest[position++] != 'P')
        {
            return false;
        }

        long ticks = 0;
        var inTime = false;
        var order = 0;
        do
        {
            if (!inTime && position < rest.Length && rest[position] == 'T')
            {
                inTime = true;
                position++;
            }

            if (!TryReadPart(rest, ref position, sign, inTime, ref order, ref ticks))
            {
                return false;
            }
        }
        while (position < rest.Length);
        duration = new(ticks);
        return true;
    }

    /// <summary>The shortest text of a duration, such as <c>P1DT2H0.5S</c>.</summary>
    public static string Format(TimeSpan duration) => XmlConvert.ToString(duration);

    private static bool TryReadPart(string text, ref int position, int sign, bool inTime, ref int order, ref long ticks)
    {
        sign *= Sign(text, ref position);
        var start = position;
        while (position < text.Length && text[position] is (>= '0' and <= '9') or '.')
        {
            position++;
        }

        if (position == text.Length || Unit(text[position], inTime) is not { } unit || unit.Order <= order)
        {
            return false;
        }

        var number = text.Substring(start, position - start);
        position++;
        order = unit.Order;
        try
        {
            ticks = checked(ticks + (sign * Ticks(number, unit.Ticks)));
            return true;
        }
        catch (Exception exception) when (exception is OverflowException or FormatException)
        {
            return false;
        }
    }

    /// <exception cref="OverflowException">It is longer than a <see cref="TimeSpan"/> can be.</exception>
    /// <exception cref="FormatException">It is not a number of whole ticks.</exception>
    private static long Ticks(string number, long unit)
    {
        var point = number.IndexOf('.');
        if (point < 0)
        {
            return checked(Digits(number) * unit);
        }

        var fraction = number.Substring(point + 1).TrimEnd('0');
        if (unit != TimeSpan.TicksPerSecond || point == number.Length - 1 || fraction.Length > TickDigits)
        {
            throw new FormatException();
        }

        return checked((Digits(number.Substring(0, point)) * unit) + Digits(fraction.PadRight(TickDigits, '0')));
    }

    private static long Digits(string digits)
    {
        if (digits.Length == 0)
        {
            throw new FormatException();
        }

        long value = 0;
        foreach (var digit in digits)
        {
            value = digit == '.' ? throw new FormatException() : checked((value * 10) + (digit - '0'));
        }

        return value;
    }

    private static int Sign(string text, ref int position)
    {
        if (position == text.Length || text[position] is not ('-' or '+'))
        {
            return 1;
        }

        return text[position++] == '-' ? -1 : 1;
    }

    private static (int Order, long Ticks)? Unit(char letter, bool inTime) => (letter, inTime) switch
    {
        ('W', false) => (1, 7 * TimeSpan.TicksPerDay),
        ('D', false) => (2, TimeSpan.TicksPerDay),
        ('H', true) => (3, TimeSpan.TicksPerHour),
        ('M', true) => (4, TimeSpan.TicksPerMinute),
        ('S', true) => (5, TimeSpan.TicksPerSecond),
        _ => null,
    };
}
