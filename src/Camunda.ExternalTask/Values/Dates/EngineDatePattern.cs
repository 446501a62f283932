using System.Globalization;
using System.Text;

namespace Camunda.ExternalTask.Values.Dates;

/// <summary>Parses a pattern of Java's <c>SimpleDateFormat</c>. Rejects patterns that lose a part of the instant or depend on a language.</summary>
internal static class EngineDatePattern
{
    public const int MaxCharacters = 100;
    public const string SupportedLetters = "y, M, d, H, m, s, S, Z and X, and text in single quotes";

    private static readonly (EngineDateField Field, char Letter)[] Required =
    [
        (EngineDateField.Year, 'y'),
        (EngineDateField.Month, 'M'),
        (EngineDateField.Day, 'd'),
        (EngineDateField.Hour, 'H'),
        (EngineDateField.Minute, 'm'),
        (EngineDateField.Second, 's'),
    ];

    /// <summary>Parses a pattern.</summary>
    /// <exception cref="FormatException">The pattern is rejected. The message completes a sentence that begins with the option's name.</exception>
    public static EngineDatePart[] Parse(string pattern)
    {
        if (string.IsNullOrWhiteSpace(pattern))
        {
            throw new FormatException("is blank; omit it if the engine uses the default format");
        }

        if (pattern.Length > MaxCharacters)
        {
            throw new FormatException($"is longer than {MaxCharacters} characters");
        }

        List<EngineDatePart> parts = [];
        var literal = new StringBuilder();
        for (var at = 0; at < pattern.Length;)
        {
            var letter = pattern[at];
            if (letter == '\'')
            {
                at = ReadQuoted(pattern, at, literal);
            }
            else if (!char.IsAsciiLetter(letter))
            {
                literal.Append(letter);
                at++;
            }
            else
            {
                Flush(literal, parts);
                var count = pattern.AsSpan(at).IndexOfAnyExcept(letter);
                count = count < 0 ? pattern.Length - at : count;
                parts.Add(Part(letter, count));
                at += count;
            }
        }

        Flush(literal, parts);
        Check(parts);
        return [.. parts];
    }

    private static int ReadQuoted(string pattern, int at, StringBuilder literal)
    {
        if (at + 1 < pattern.Length && pattern[at + 1] == '\'')
        {
            literal.Append('\'');
            return at + 2;
        }

        for (at++; at < pattern.Length; at++)
        {
            if (pattern[at] != '\'')
            {
                literal.Append(pattern[at]);
            }
            else if (at + 1 < pattern.Length && pattern[at + 1] == '\'')
            {
                literal.Append('\'');
                at++;
            }
            else
            {
                return at + 1;
            }
        }

        throw new FormatException("has a quote without an end");
    }

    private static EngineDatePart Part(char letter, int count) => (letter, count) switch
    {
        (_, > 9) => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"has the letter '{letter}' {count} times; the maximum is 9")),
        ('y', 2) => throw new FormatException("has the year as 'yy', which loses the century; use 'yyyy'"),
        ('y', _) => new(EngineDateField.Year, count),
        ('M', > 2) => throw new FormatException($"has the letter 'M' {count} times, which means the name of the month and depends on a language; use 'MM'"),
        ('M', _) => new(EngineDateField.Month, count),
        ('d', _) => new(EngineDateField.Day, count),
        ('H', _) => new(EngineDateField.Hour, count),
        ('m', _) => new(EngineDateField.Minute, count),
        ('s', _) => new(EngineDateField.Second, count),
        ('S', _) => new(EngineDateField.Millisecond, count),
        ('Z', _) => new(EngineDateField.Rfc822Offset, count),
        ('X', <= 3) => new(EngineDateField.Iso8601Offset, count),
        _ => throw new FormatException($"has the letter '{letter}'; supported are {SupportedLetters}"),
    };

    private static void Flush(StringBuilder literal, List<EngineDatePart> parts)
    {
        if (literal.Length > 0)
        {
            parts.Add(new(EngineDateField.Literal, 0, Encoding.UTF8.GetBytes(literal.ToString())));
            literal.Clear();
        }
    }

    private static void Check(List<EngineDatePart> parts)
    {
        foreach (var (field, letter) in Required)
        {
            if (!parts.Exists(part => part.Field == field))
            {
                throw new FormatException($"has no '{letter}'; dates and lock expirations require it");
            }
        }

        var repeated = parts.Where(static part => part.Field != EngineDateField.Literal)
            .GroupBy(static part => part.IsOffset ? EngineDateField.Rfc822Offset : part.Field)
            .FirstOrDefault(static field => field.Count() > 1);
        if (repeated is not null)
        {
            throw new FormatException($"has the {(repeated.First().IsOffset ? "offset" : repeated.Key.ToString().ToLowerInvariant())} twice");
        }
    }
}
