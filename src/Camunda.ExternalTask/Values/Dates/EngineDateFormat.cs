namespace Camunda.ExternalTask.Values.Dates;

/// <summary>The format of an engine's dates: the default, or one that the engine's administrator configured.</summary>
internal abstract class EngineDateFormat
{
    /// <summary>The pattern of Camunda 7.8 and later.</summary>
    public const string DefaultPattern = "yyyy-MM-dd'T'HH:mm:ss.SSSZ";

    /// <summary>The format of an engine whose administrator did not change it.</summary>
    public static EngineDateFormat Default { get; } = new DefaultDateFormat();

    /// <summary>The pattern as in the engine's configuration.</summary>
    public abstract string Pattern { get; }

    /// <summary>The maximum length of a written date, in bytes.</summary>
    public abstract int MaxLength { get; }

    /// <summary>Creates the format for a pattern.</summary>
    /// <exception cref="FormatException">The pattern is invalid or loses a part of an instant. The message completes a sentence that begins with the option's name.</exception>
    public static EngineDateFormat Parse(string pattern) => pattern == DefaultPattern ? Default : new PatternDateFormat(pattern, EngineDatePattern.Parse(pattern));

    /// <summary>Checks a pattern.</summary>
    /// <returns>The problem as a sentence, or null.</returns>
    public static string? ProblemOf(string pattern)
    {
        try
        {
            _ = Parse(pattern);
            return null;
        }
        catch (FormatException exception)
        {
            return $"DateFormat '{pattern}' {exception.Message}.";
        }
    }

    /// <summary>Whether both formats write the same text.</summary>
    public bool IsSameAs(EngineDateFormat other) => ReferenceEquals(this, other) || Pattern == other.Pattern;

    /// <summary>Reads a date in this format, or in one of the forms that are accepted from every engine (<see cref="EngineDate"/>).</summary>
    public abstract bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset value);

    /// <summary>Writes a date; parts that the format does not have are cut off.</summary>
    /// <param name="clock">The local time at the offset.</param>
    /// <param name="offset">The offset from UTC, in whole minutes.</param>
    /// <param name="destination">Room for <see cref="MaxLength"/> bytes.</param>
    /// <param name="written">The number of bytes written.</param>
    /// <returns>False if the date is outside the years 1 to 9999 where the format is read.</returns>
    public abstract bool TryWrite(DateTime clock, TimeSpan offset, Span<byte> destination, out int written);

    /// <summary>Writes a date into a new array.</summary>
    public bool TryWrite(DateTimeOffset date, out byte[] text)
    {
        text = new byte[MaxLength];
        var isWritten = TryWrite(date.DateTime, date.Offset, text, out var length);
        Array.Resize(ref text, length);
        return isWritten;
    }

    private sealed class DefaultDateFormat : EngineDateFormat
    {
        public override string Pattern => DefaultPattern;

        public override int MaxLength => EngineDate.Length;

        public override bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset value) => EngineDate.TryParse(text, out value);

        public override bool TryWrite(DateTime clock, TimeSpan offset, Span<byte> destination, out int written)
        {
            EngineDate.Write(clock, offset, destination);
            written = EngineDate.Length;
            return true;
        }
    }
}
