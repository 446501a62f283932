namespace Camunda.ExternalTask.Values.Dates;

/// <summary>Date format of an engine whose administrator configured a pattern of Java's <c>SimpleDateFormat</c>.</summary>
/// <remarks>
/// Numbers are written and read as in Java: the number of letters is the minimum number of digits, and milliseconds are a number, so <c>SSSSSS</c> is
/// <c>000789</c>. A date without an offset is local time, as in the official Java client and everywhere in .NET.
/// </remarks>
internal sealed class PatternDateFormat : EngineDateFormat
{
    private readonly EngineDatePart[] _parts;
    private readonly bool _hasOffset;
    private readonly bool _hasHoursOnly;

    public PatternDateFormat(string pattern, EngineDatePart[] parts)
    {
        Pattern = pattern;
        _parts = parts;
        _hasOffset = Array.Exists(parts, static part => part.IsOffset);
        _hasHoursOnly = Array.Exists(parts, static part => part is { Field: EngineDateField.Iso8601Offset, Count: 1 });

        // A number has up to nine digits, an offset up to six characters.
        MaxLength = parts.Sum(static part => part.Text?.Length ?? 9);
    }

    /// <inheritdoc/>
    public override string Pattern { get; }

    /// <inheritdoc/>
    public override int MaxLength { get; }

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset value) => TryParse(text, out value) || EngineDate.TryParse(text, out value);

    /// <inheritdoc/>
    public override bool TryWrite(DateTime clock, TimeSpan offset, Span<byte> destination, out int written)
    {
        written = 0;
        if (!_hasOffset || (_hasHoursOnly && offset.Minutes != 0))
        {
            var utc = clock.Ticks - offset.Ticks;
            if (!IsInstant(utc))
            {
                return false;
            }

            offset = _hasOffset ? TimeSpan.Zero : TimeZoneInfo.Local.GetUtcOffset(new DateTime(utc, DateTimeKind.Utc));
            if (!IsInstant(utc + offset.Ticks))
            {
                return false;
            }

            clock = new(utc + offset.Ticks);
        }

        foreach (var part in _parts)
        {
            var rest = destination[written..];
            written += part.Field switch
            {
                EngineDateField.Literal => Copy(part.Text, rest),
                EngineDateField.Rfc822Offset => WriteOffset(offset, 2, rest),
                EngineDateField.Iso8601Offset => offset == TimeSpan.Zero ? Copy("Z"u8, rest) : WriteOffset(offset, part.Count, rest),
                _ => WriteNumber(NumberOf(clock, part.Field), part.Count, rest),
            };
        }

        return true;
    }

    /// <summary>Reads a date in exactly this format.</summary>
    public bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        Span<int> numbers = stackalloc int[(int)EngineDateField.Millisecond + 1];
        numbers.Clear();
        TimeSpan? offset = null;
        for (var index = 0; index < _parts.Length; index++)
        {
            var part = _parts[index];

            // As in Java: a number directly before another number has a fixed number of digits, any other number takes all digits.
            var isBounded = part.IsNumber && index + 1 < _parts.Length && _parts[index + 1].IsNumber;
            var isRead = part switch
            {
                { Text: { } literal } => TrySkip(ref text, literal),
                { IsOffset: true } => TryReadOffset(ref text, part, out offset),
                _ => TryReadNumber(ref text, isBounded ? part.Count : 0, out numbers[(int)part.Field]),
            };
            if (!isRead)
            {
                return false;
            }
        }

        return text.IsEmpty && TryClock(numbers, out var clock) && EngineDate.TryInstant(clock, offset, out value);
    }

    private static bool TryClock(ReadOnlySpan<int> numbers, out DateTime clock)
    {
        clock = default;
        int year = numbers[(int)EngineDateField.Year], month = numbers[(int)EngineDateField.Month], day = numbers[(int)EngineDateField.Day];
        int hour = numbers[(int)EngineDateField.Hour], minute = numbers[(int)EngineDateField.Minute], second = numbers[(int)EngineDateField.Second];
        var millisecond = numbers[(int)EngineDateField.Millisecond];
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59 || millisecond > 999)
        {
            return false;
        }

        clock = new(year, month, day, hour, minute, second, millisecond);
        return true;
    }

    private static bool IsInstant(long ticks) => ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;

    private static int NumberOf(DateTime clock, EngineDateField field) => field switch
    {
        EngineDateField.Year => clock.Year,
        EngineDateField.Month => clock.Month,
        EngineDateField.Day => clock.Day,
        EngineDateField.Hour => clock.Hour,
        EngineDateField.Minute => clock.Minute,
        EngineDateField.Second => clock.Second,
        _ => clock.Millisecond,
    };

    private static int Copy(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        text.CopyTo(destination);
        return text.Length;
    }

    private static int WriteNumber(int number, int minDigits, Span<byte> destination)
    {
        var digits = number switch { < 10 => 1, < 100 => 2, < 1000 => 3, _ => 4 };
        digits = Math.Max(digits, minDigits);
        for (var index = digits - 1; index >= 0; index--)
        {
            destination[index] = (byte)('0' + (number % 10));
            number /= 10;
        }

        return digits;
    }

    /// <summary>Writes an offset.</summary>
    /// <param name="offset">The offset from UTC.</param>
    /// <param name="form">1 for hours, 2 for hours and minutes, 3 for hours and minutes with a colon.</param>
    /// <param name="destination">Receives the text.</param>
    /// <returns>The number of bytes written.</returns>
    private static int WriteOffset(TimeSpan offset, int form, Span<byte> destination)
    {
        destination[0] = offset < TimeSpan.Zero ? (byte)'-' : (byte)'+';
        var minutes = (int)offset.Duration().TotalMinutes;
        var length = 1 + WriteNumber(minutes / 60, 2, destination[1..]);
        if (form == 3)
        {
            destination[length++] = (byte)':';
        }

        return form == 1 ? length : length + WriteNumber(minutes % 60, 2, destination[length..]);
    }

    private static bool TrySkip(ref ReadOnlySpan<byte> text, ReadOnlySpan<byte> expected)
    {
        if (!text.StartsWith(expected))
        {
            return false;
        }

        text = text[expected.Length..];
        return true;
    }

    private static bool TryReadNumber(ref ReadOnlySpan<byte> text, int digits, out int number)
    {
        number = 0;
        var found = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        found = found < 0 ? text.Length : found;
        var length = digits == 0 ? found : digits;
        if (length == 0 || length > found || length > 9)
        {
            return false;
        }

        foreach (var digit in text[..length])
        {
            number = (number * 10) + digit - '0';
        }

        text = text[length..];
        return true;
    }

    private static bool TryReadOffset(ref ReadOnlySpan<byte> text, EngineDatePart part, out TimeSpan? offset)
    {
        offset = TimeSpan.Zero;
        if (TrySkip(ref text, "Z"u8))
        {
            return true;
        }

        var isNegative = TrySkip(ref text, "-"u8);
        if ((!isNegative && !TrySkip(ref text, "+"u8)) || !TryReadNumber(ref text, 2, out var hours))
        {
            return false;
        }

        var form = part.Field == EngineDateField.Rfc822Offset ? 2 : part.Count;
        var minutes = 0;
        if ((form == 3 && !TrySkip(ref text, ":"u8)) || (form > 1 && !TryReadNumber(ref text, 2, out minutes)) || hours > 18 || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (isNegative ? -1 : 1);
        return true;
    }
}
