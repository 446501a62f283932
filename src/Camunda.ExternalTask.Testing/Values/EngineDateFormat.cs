using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Camunda.ExternalTask.Testing;

/// <summary>How an engine writes and reads the dates of its REST API; its administrator may change it.</summary>
internal sealed class EngineDateFormat
{
    private const string DefaultPattern = "yyyy-MM-dd'T'HH:mm:ss.SSSZ";

    private readonly string? _format;
    private readonly Regex? _reader;
    private readonly bool _isLocal;

    /// <exception cref="ArgumentException">The pattern has a letter that this engine does not know.</exception>
    public EngineDateFormat(string pattern)
    {
        if (pattern == DefaultPattern)
        {
            return;
        }

        StringBuilder format = new(), reader = new("^");
        _isLocal = true;
        foreach (Match part in Regex.Matches(pattern, "'(?:[^']|'')*'|([A-Za-z])\\1*|[^A-Za-z']+"))
        {
            if (part.Value[0] is '\'' || !char.IsAsciiLetter(part.Value[0]))
            {
                var text = part.Value == "''" ? "'" : part.Value.Trim('\'').Replace("''", "'", StringComparison.Ordinal);
                format.Append(Quoted(text));
                reader.Append(Regex.Escape(text));
                continue;
            }

            var isOffset = part.Value[0] is 'Z' or 'X';
            _isLocal &= !isOffset;
            format.Append(part.Value switch
            {
                ['Z', ..] => "'+0000'",
                ['X', ..] => "'Z'",
                ['S', ..] => new string('f', part.Length),
                "y" => "yyyy",
                ['y' or 'M' or 'd' or 'H' or 'm' or 's', ..] => part.Value,
                _ => throw new ArgumentException($"The engine in memory does not know the letter '{part.Value[0]}' of the date format '{pattern}'.", nameof(pattern)),
            });

            // A number right before another one has exactly its digits.
            var end = part.Index + part.Length;
            var digits = end < pattern.Length && char.IsAsciiLetter(pattern[end]) && pattern[end] is not ('Z' or 'X') ? $"{{{part.Length}}}" : "+";
            reader.Append(isOffset ? "(?:Z|(?<sign>[+-])(?<h>[0-9]{2}):?(?<min>[0-9]{2})?)" : $"(?<{part.Value[0]}>[0-9]{digits})");
        }

        _format = format.ToString();
        _reader = new(reader.ToString(), RegexOptions.CultureInvariant);
    }

    public static EngineDateFormat Default { get; } = new(DefaultPattern);

    /// <summary>As the engine writes a date; without an offset as the local time of this machine, on which the engine is.</summary>
    public string Text(DateTimeOffset date) => _format is null
        ? EngineDate.Text(date)
        : (_isLocal ? TimeZoneInfo.ConvertTime(date, TimeZoneInfo.Local).DateTime : date.UtcDateTime).ToString(_format, CultureInfo.InvariantCulture);

    public DateTimeOffset? TryParse(string text)
    {
        if (_reader is null)
        {
            return EngineDate.TryParse(text);
        }

        if (_reader.Match(text) is not { Success: true } match)
        {
            return null;
        }

        try
        {
            var clock = new DateTime(Math.Max(Field(match, "y"), 1), 1, 1, 0, 0, 0, DateTimeKind.Unspecified)
                .AddMonths(Field(match, "M") - 1)
                .AddDays(Field(match, "d") - 1)
                .AddHours(Field(match, "H"))
                .AddMinutes(Field(match, "m"))
                .AddSeconds(Field(match, "s"))
                .AddMilliseconds(Field(match, "S"));
            var offset = new TimeSpan(Field(match, "h"), Field(match, "min"), 0) * (match.Groups["sign"].Value == "-" ? -1 : 1);
            return new DateTimeOffset(clock, _isLocal ? TimeZoneInfo.Local.GetUtcOffset(clock) : offset).ToUniversalTime();
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private static int Field(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder();
        foreach (var letter in text)
        {
            quoted.Append('\\').Append(letter);
        }

        return quoted.ToString();
    }
}
