using System.Globalization;

namespace Camunda.ExternalTask.Values.Dates;

/// <summary>
/// Dates in the engine's default format, <c>yyyy-MM-dd'T'HH:mm:ss.SSSZ</c>. The engine requires exactly three digits of a fraction (it reads seven as
/// 1,234,567 milliseconds) and an offset without a colon. Reading accepts more forms, because administrators can change the format.
/// </summary>
internal static class EngineDate
{
    /// <summary>The length of a written date, in bytes.</summary>
    public const int Length = 28;

    /// <summary>Writes a date; ticks below a millisecond are cut off.</summary>
    /// <param name="clock">The local time at the offset.</param>
    /// <param name="offset">The offset from UTC, in whole minutes.</param>
    /// <param name="destination">Receives <see cref="Length"/> bytes.</param>
    public static void Write(DateTime clock, TimeSpan offset, Span<byte> destination)
    {
        clock.TryFormat(destination, out _, "yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
        destination[23] = offset < TimeSpan.Zero ? (byte)'-' : (byte)'+';
        offset.Duration().TryFormat(destination[24..], out _, "hhmm", CultureInfo.InvariantCulture);
    }

    /// <summary>The offset for writing a <see cref="DateTime"/>; <see cref="DateTimeKind.Unspecified"/> is local time, as everywhere in .NET.</summary>
    public static TimeSpan OffsetOf(DateTime value) => value.Kind == DateTimeKind.Utc ? TimeSpan.Zero : TimeZoneInfo.Local.GetUtcOffset(value);

    /// <summary>
    /// Reads a date. Time, seconds, fraction and offset are optional; the offset may be <c>Z</c> or have a colon. A date without an offset is local time.
    /// False for other text, for a fraction finer than a tick and for an instant outside the years 1 to 9999.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        var cursor = new Cursor(text);
        var time = TimeSpan.Zero;
        if (!cursor.TryDay(out var day) || ((cursor.Skip('T') || cursor.Skip(' ')) && !cursor.TryTime(out time)))
        {
            return false;
        }

        return cursor.TryOffset(out var offset) && cursor.IsAtEnd && TryInstant(day + time, offset, out value);
    }

    /// <summary>Computes the instant of a local time; without an offset, in the time zone of this machine. False outside the years 1 to 9999.</summary>
    public static bool TryInstant(DateTime clock, TimeSpan? offset, out DateTimeOffset value)
    {
        value = default;
        var distance = offset ?? TimeZoneInfo.Local.GetUtcOffset(clock);
        var ticks = clock.Ticks - distance.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        // Java supports offsets up to 18 hours, .NET up to 14. A larger offset becomes UTC: the instant is the same.
        value = distance.Duration() <= TimeSpan.FromHours(14) ? new(clock, distance) : new(ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>Reads a calendar day, <c>yyyy-MM-dd</c>.</summary>
    public static bool TryParseDay(ReadOnlySpan<byte> text, out DateOnly value)
    {
        var cursor = new Cursor(text);
        var isRead = cursor.TryDay(out var day) && cursor.IsAtEnd;
        value = isRead ? DateOnly.FromDateTime(day) : default;
        return isRead;
    }

    /// <summary>Reads a time of day, <c>HH:mm[:ss[.fffffff]]</c>.</summary>
    public static bool TryParseTime(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        var cursor = new Cursor(text);
        var read = cursor.TryTime(out var time) && cursor.IsAtEnd;
        value = read ? TimeOnly.FromTimeSpan(time) : default;
        return read;
    }

    private ref struct Cursor(ReadOnlySpan<byte> text)
    {
        private ReadOnlySpan<byte> _rest = text;

        public readonly bool IsAtEnd => _rest.IsEmpty;

        public bool Skip(char expected)
        {
            if (_rest.IsEmpty || _rest[0] != expected)
            {
                return false;
            }

            _rest = _rest[1..];
            return true;
        }

        public bool TryDigits(int count, out int value)
        {
            value = 0;
            if (_rest.Length < count)
            {
                return false;
            }

            for (var index = 0; index < count; index++)
            {
                var digit = _rest[index] - '0';
                if (digit is < 0 or > 9)
                {
                    return false;
                }

                value = (value * 10) + digit;
            }

            _rest = _rest[count..];
            return true;
        }

        public bool TryDay(out DateTime value)
        {
            value = default;
            if (!TryDigits(4, out var year) || !Skip('-') || !TryDigits(2, out var month) || !Skip('-') || !TryDigits(2, out var day)
                || year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            {
                return false;
            }

            value = new(year, month, day);
            return true;
        }

        public bool TryTime(out TimeSpan time)
        {
            time = default;
            var seconds = 0;
            if (!TryDigits(2, out var hours) || !Skip(':') || !TryDigits(2, out var minutes) || (Skip(':') && !TryDigits(2, out seconds))
                || hours > 23 || minutes > 59 || seconds > 59)
            {
                return false;
            }

            var ticks = 0L;
            if (Skip('.') && !TryFraction(out ticks))
            {
                return false;
            }

            time = new TimeSpan(hours, minutes, seconds) + TimeSpan.FromTicks(ticks);
            return true;
        }

        public bool TryOffset(out TimeSpan? offset)
        {
            offset = null;
            if (_rest.IsEmpty)
            {
                return true;
            }

            if (Skip('Z'))
            {
                offset = TimeSpan.Zero;
                return true;
            }

            var negative = Skip('-');
            if ((!negative && !Skip('+')) || !TryDigits(2, out var hours))
            {
                return false;
            }

            var minutes = 0;
            if ((Skip(':') || !IsAtEnd) && !TryDigits(2, out minutes))
            {
                return false;
            }

            offset = new TimeSpan(hours, minutes, 0) * (negative ? -1 : 1);
            return hours <= 18 && minutes <= 59;
        }

        private bool TryFraction(out long ticks)
        {
            ticks = 0;
            var places = 0;
            while (TryDigits(1, out var digit))
            {
                if (++places <= 7)
                {
                    ticks = (ticks * 10) + digit;
                }
                else if (digit != 0)
                {
                    return false;
                }
            }

            for (var missing = places; missing < 7; missing++)
            {
                ticks *= 10;
            }

            return places > 0;
        }
    }
}
