using System.Globalization;
using System.Text;

namespace Camunda.ExternalTask.Values;

/// <summary>
/// Reads durations: ISO 8601 as the engine and Java write them (<c>P1DT2H</c>, <c>PT-6H</c>, <c>P2W</c>) and the constant form of .NET
/// (<c>1.02:03:04</c>). Years and months have no fixed length and are refused.
/// </summary>
internal static class DurationText
{
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        value = default;
        var negative = text is [(byte)'-', ..];
        var rest = negative || text is [(byte)'+', ..] ? text[1..] : text;
        if (rest is not [(byte)'P', ..])
        {
            // The constant form would take "5" for five days.
            return text.Contains((byte)':') && TimeSpan.TryParseExact(Encoding.UTF8.GetString(text), "c", CultureInfo.InvariantCulture, out value);
        }

        if (!TrySum(rest[1..], out var sum) || (negative ? -sum : sum) is var ticks && (ticks < long.MinValue || ticks > long.MaxValue))
        {
            return false;
        }

        value = new((long)ticks);
        return true;
    }

    private static bool TrySum(ReadOnlySpan<byte> parts, out Int128 ticks)
    {
        ticks = 0;
        var inTime = false;
        var order = 0;
        do
        {
            if (!inTime && parts is [(byte)'T', ..])
            {
                inTime = true;
                parts = parts[1..];
            }

            var length = parts.IndexOfAnyExcept("+-.0123456789"u8);
            if (length <= 0 || !DecimalNumber.TryParse(parts[..length], out var number))
            {
                return false;
            }

            var (unit, rank) = ((char)parts[length], inTime) switch
            {
                ('W', false) => (7 * TimeSpan.TicksPerDay, 1),
                ('D', false) => (TimeSpan.TicksPerDay, 2),
                ('H', true) => (TimeSpan.TicksPerHour, 3),
                ('M', true) => (TimeSpan.TicksPerMinute, 4),
                ('S', true) => (TimeSpan.TicksPerSecond, 5),
                _ => (0L, 0),
            };
            if (rank <= order || !TryMultiply(number, unit, out var part))
            {
                return false;
            }

            order = rank;
            ticks += part;
            parts = parts[(length + 1)..];
        }
        while (!parts.IsEmpty);
        return true;
    }

    // Only seconds may have a fraction, and only of whole ticks.
    private static bool TryMultiply(DecimalNumber number, long unit, out Int128 ticks)
    {
        if (number.Exponent < 0 && unit == TimeSpan.TicksPerSecond)
        {
            return (number with { Exponent = number.Exponent + 7 }).TryToInteger(out ticks) && Int128.Abs(ticks) <= long.MaxValue;
        }

        if (!number.TryToInteger(out ticks) || Int128.Abs(ticks) > long.MaxValue)
        {
            return false;
        }

        ticks *= unit;
        return true;
    }
}
