using System.Text;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>A pattern of Java's <c>SimpleDateFormat</c>, in which an engine writes and reads the dates of its REST API.</summary>
internal sealed class JavaDateFormat
{
    public const string DefaultPattern = "yyyy-MM-dd'T'HH:mm:ss.SSSZ";

    private readonly List<JavaDatePart> _parts = [];
    private readonly bool _isLocal;

    /// <exception cref="ArgumentException">The pattern contains an unsupported letter.</exception>
    public JavaDateFormat(string pattern)
    {
        for (var at = 0; at < pattern.Length; at += _parts[^1].Length)
        {
            _parts.Add(JavaDatePart.At(pattern, at));
        }

        _isLocal = !_parts.Exists(static part => part.IsOffset);
    }

    public static JavaDateFormat Default { get; } = new(DefaultPattern);

    /// <summary>Formats a date in UTC, or in this machine's time zone if the pattern has no offset.</summary>
    public string Format(DateTimeOffset date)
    {
        var clock = _isLocal ? TimeZoneInfo.ConvertTime(date, TimeZoneInfo.Local).DateTime : date.UtcDateTime;
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            part.Append(text, clock);
        }

        return text.ToString();
    }

    /// <summary>Reads a date as Java's lenient parser does: fields may overflow, and each fraction digit counts as a millisecond.</summary>
    public DateTimeOffset? TryParse(string text)
    {
        var fields = new Dictionary<char, int>();
        var at = 0;
        for (var i = 0; i < _parts.Count; i++)
        {
            // A number directly before another number takes only the digits of its own pattern letters.
            var isFixed = i + 1 < _parts.Count && _parts[i + 1].IsNumber;
            if (!_parts[i].TryRead(text, ref at, isFixed, fields))
            {
                return null;
            }
        }

        try
        {
            var clock = new DateTime(Math.Max(Field('y', 1970), 1), 1, 1, 0, 0, 0, DateTimeKind.Unspecified)
                .AddMonths(Field('M', 1) - 1)
                .AddDays(Field('d', 1) - 1)
                .AddHours(Field('H'))
                .AddMinutes(Field('m'))
                .AddSeconds(Field('s'))
                .AddMilliseconds(Field('S'));
            var offset = _isLocal ? TimeZoneInfo.Local.GetUtcOffset(clock) : TimeSpan.FromMinutes(Field('Z'));
            return new DateTimeOffset(clock - offset, TimeSpan.Zero);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }

        int Field(char letter, int absent = 0) => fields.GetValueOrDefault(letter, absent);
    }
}
