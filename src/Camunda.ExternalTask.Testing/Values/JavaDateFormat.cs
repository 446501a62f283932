using System.Globalization;
using System.Text;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>How an engine writes and reads the dates of its REST API; its administrator may change it.</summary>
internal sealed class JavaDateFormat
{
    private const string DefaultPattern = "yyyy-MM-dd'T'HH:mm:ss.SSSZ";

    private readonly List<Part> _parts = [];
    private readonly bool _isLocal;

    /// <exception cref="ArgumentException">The pattern has a letter that this engine does not know.</exception>
    public JavaDateFormat(string pattern)
    {
        if (pattern == DefaultPattern)
        {
            return;
        }

        for (var at = 0; at < pattern.Length; at += _parts[^1].Length)
        {
            _parts.Add(Part.At(pattern, at));
        }

        _isLocal = !_parts.Exists(static part => part.IsOffset);
    }

    public static JavaDateFormat Default { get; } = new(DefaultPattern);

    /// <summary>As the engine writes a date; without an offset as the local time of this machine, on which the engine is.</summary>
    public string Text(DateTimeOffset date)
    {
        if (_parts.Count == 0)
        {
            return EngineDate.Text(date);
        }

        var clock = _isLocal ? TimeZoneInfo.ConvertTime(date, TimeZoneInfo.Local).DateTime : date.UtcDateTime;
        return _parts.Aggregate(new StringBuilder(), (text, part) => text.Append(part.Text(clock))).ToString();
    }

    public DateTimeOffset? TryParse(string text)
    {
        if (_parts.Count == 0)
        {
            return EngineDate.TryParse(text);
        }

        var fields = new Dictionary<char, int>();
        var at = 0;
        for (var i = 0; i < _parts.Count; i++)
        {
            // A number right before another one has exactly its digits.
            var isFixed = i + 1 < _parts.Count && _parts[i + 1].IsNumber;
            if (!_parts[i].TryRead(text, ref at, isFixed, fields))
            {
                return null;
            }
        }

        try
        {
            var clock = new DateTime(Math.Max(Field('y'), 1), 1, 1, 0, 0, 0, DateTimeKind.Unspecified)
                .AddMonths(Field('M') - 1)
                .AddDays(Field('d') - 1)
                .AddHours(Field('H'))
                .AddMinutes(Field('m'))
                .AddSeconds(Field('s'))
                .AddMilliseconds(Field('S'));
            return new DateTimeOffset(clock, _isLocal ? TimeZoneInfo.Local.GetUtcOffset(clock) : TimeSpan.FromMinutes(Field('Z'))).ToUniversalTime();
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }

        int Field(char letter) => fields.GetValueOrDefault(letter);
    }

    /// <summary>A piece of a pattern: text as it stands (letter 0), a number, or an offset.</summary>
    private readonly record struct Part(char Letter, int Length, string Literal = "")
    {
        public bool IsOffset => Letter is 'Z' or 'X';

        public bool IsNumber => Letter is not ('\0' or 'Z' or 'X');

        public static Part At(string pattern, int at)
        {
            var letter = pattern[at];
            if (letter == '\'')
            {
                return Quoted(pattern, at);
            }

            if (!char.IsAsciiLetter(letter))
            {
                return new('\0', 1, letter.ToString());
            }

            return "yMdHmsSZX".Contains(letter, StringComparison.Ordinal)
                ? new(letter, pattern.AsSpan(at).IndexOfAnyExcept(letter) is var end and >= 0 ? end : pattern.Length - at)
                : throw new ArgumentException($"The engine in memory does not know the letter '{letter}' of the date format '{pattern}'.", nameof(pattern));
        }

        public string Text(DateTime clock) => Letter switch
        {
            '\0' => Literal,
            'Z' => "+0000",
            'X' => "Z",
            _ => ValueIn(clock).ToString(CultureInfo.InvariantCulture).PadLeft(Length, '0'),
        };

        public bool TryRead(string text, ref int at, bool isFixed, Dictionary<char, int> fields)
        {
            if (Letter == '\0')
            {
                var isThere = text.AsSpan(at).StartsWith(Literal, StringComparison.Ordinal);
                at += Literal.Length;
                return isThere;
            }

            if (IsOffset)
            {
                return TryReadOffset(text, ref at, fields);
            }

            var rest = text.AsSpan(at);
            var digits = rest.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : rest.Length;
            digits = isFixed ? Math.Min(digits, Length) : digits;
            at += digits;
            return (fields[Letter] = int.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1) >= 0;
        }

        private static Part Quoted(string pattern, int at)
        {
            var end = at + 1;
            while (end < pattern.Length && (pattern[end] != '\'' || (end + 1 < pattern.Length && pattern[end + 1] == '\'')))
            {
                end += pattern[end] == '\'' ? 2 : 1;
            }

            var text = pattern[(at + 1)..Math.Min(end, pattern.Length)];
            return new('\0', Math.Min(end + 1, pattern.Length) - at, text.Length == 0 ? "'" : text.Replace("''", "'", StringComparison.Ordinal));
        }

        /// <summary><c>Z</c>, or hours and minutes with or without a colon; in minutes under one letter for all forms.</summary>
        private static bool TryReadOffset(string text, ref int at, Dictionary<char, int> fields)
        {
            if (at < text.Length && text[at] == 'Z')
            {
                at++;
                fields['Z'] = 0;
                return true;
            }

            var rest = text.AsSpan(at);
            if (rest is not ['+' or '-', _, _, ..] || !int.TryParse(rest[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var hours))
            {
                return false;
            }

            var colon = rest.Length > 3 && rest[3] == ':' ? 1 : 0;
            var minutes = 0;
            var hasMinutes = rest.Length >= 5 + colon && int.TryParse(rest.Slice(3 + colon, 2), NumberStyles.None, CultureInfo.InvariantCulture, out minutes);
            at += 3 + (hasMinutes ? colon + 2 : 0);
            fields['Z'] = (rest[0] == '-' ? -1 : 1) * ((hours * 60) + minutes);
            return true;
        }

        private int ValueIn(DateTime clock) => Letter switch
        {
            'y' => clock.Year,
            'M' => clock.Month,
            'd' => clock.Day,
            'H' => clock.Hour,
            'm' => clock.Minute,
            's' => clock.Second,
            _ => clock.Millisecond,
        };
    }
}
