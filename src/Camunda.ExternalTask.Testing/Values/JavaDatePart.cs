using System.Globalization;
using System.Text;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>Part of a date pattern: literal text (letter 0), a number, or an offset.</summary>
internal readonly record struct JavaDatePart(char Letter, int Length, string Literal = "")
{
    public bool IsOffset => Letter is 'Z' or 'X';

    public bool IsNumber => Letter is not ('\0' or 'Z' or 'X');

    public static JavaDatePart At(string pattern, int at)
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
            : throw new ArgumentException(
                $"The date format '{pattern}' contains the letter '{letter}', which the engine in memory does not support; "
                + "use y, M, d, H, m, s, S, Z and X, and put other text in single quotes.",
                nameof(pattern));
    }

    public void Append(StringBuilder text, DateTime clock)
    {
        var part = Letter switch
        {
            '\0' => Literal,
            'Z' => "+0000",
            'X' => "Z",
            _ => FieldOf(clock).ToString(CultureInfo.InvariantCulture).PadLeft(Length, '0'),
        };
        text.Append(part);
    }

    /// <summary>Reads this part at a position, moves the position behind it, and stores its value under its letter.</summary>
    public bool TryRead(string text, ref int at, bool isFixed, Dictionary<char, int> fields)
    {
        if (Letter == '\0')
        {
            var matches = text.AsSpan(at).StartsWith(Literal, StringComparison.Ordinal);
            at += matches ? Literal.Length : 0;
            return matches;
        }

        if (IsOffset)
        {
            return TryReadOffset(text, ref at, fields);
        }

        var rest = text.AsSpan(at);
        var digits = rest.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : rest.Length;
        digits = isFixed ? Math.Min(digits, Length) : digits;
        at += digits;
        return TryReadNumber(rest[..digits], out var number) && (fields[Letter] = number) >= 0;
    }

    private static JavaDatePart Quoted(string pattern, int at)
    {
        var end = at + 1;
        while (end < pattern.Length && (pattern[end] != '\'' || (end + 1 < pattern.Length && pattern[end + 1] == '\'')))
        {
            end += pattern[end] == '\'' ? 2 : 1;
        }

        var text = pattern[(at + 1)..Math.Min(end, pattern.Length)];
        var length = Math.Min(end + 1, pattern.Length) - at;
        return new('\0', length, text.Length == 0 ? "'" : text.Replace("''", "'", StringComparison.Ordinal));
    }

    /// <summary>
    /// Reads <c>+hhmm</c> for Z, and <c>+hh</c>, <c>+hhmm</c>, <c>+hh:mm</c> or <c>Z</c> for X, XX and XXX; stores minutes.
    /// </summary>
    private bool TryReadOffset(string text, ref int at, Dictionary<char, int> fields)
    {
        var rest = text.AsSpan(at);
        if (Letter == 'X' && rest is ['Z', ..])
        {
            at++;
            fields['Z'] = 0;
            return true;
        }

        var colon = Letter == 'X' && Length == 3 ? 1 : 0;
        var minuteDigits = Letter == 'X' && Length == 1 ? 0 : 2;
        var length = 3 + (minuteDigits == 0 ? 0 : colon + minuteDigits);
        if (rest is not ['+' or '-', ..]
            || rest.Length < length
            || (colon > 0 && rest[3] != ':')
            || !TryReadNumber(rest[1..3], out var hours)
            || !TryReadMinutes(rest[(length - minuteDigits)..length], out var minutes)
            || hours > 23
            || minutes > 59)
        {
            return false;
        }

        at += length;
        fields['Z'] = (rest[0] == '-' ? -1 : 1) * ((hours * 60) + minutes);
        return true;
    }

    private static bool TryReadMinutes(ReadOnlySpan<char> digits, out int minutes)
    {
        minutes = 0;
        return digits.IsEmpty || TryReadNumber(digits, out minutes);
    }

    private static bool TryReadNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private int FieldOf(DateTime clock) => Letter switch
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
