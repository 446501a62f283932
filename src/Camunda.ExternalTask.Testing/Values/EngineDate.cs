using System.Globalization;
using System.Text.RegularExpressions;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>Dates in the one form the engine's REST API has: <c>yyyy-MM-dd'T'HH:mm:ss.SSSZ</c>.</summary>
internal static partial class EngineDate
{
    private const long MaxMilliseconds = 31_536_000_000_000;

    public static string Text(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    /// <summary>The end of a lock or retry time. A thousand years are enough: where the engine is asked for more, its date overflows.</summary>
    public static DateTimeOffset After(DateTimeOffset now, long milliseconds) => now.AddMilliseconds(Math.Min(milliseconds, MaxMilliseconds));

    /// <summary>As Java's lenient parser: fields may overflow, and every digit after the point counts as a millisecond.</summary>
    public static DateTimeOffset? TryParse(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        try
        {
            var local = new DateTime(Math.Max(Field(match, 1), 1), 1, 1, 0, 0, 0, DateTimeKind.Utc)
                .AddMonths(Field(match, 2) - 1)
                .AddDays(Field(match, 3) - 1)
                .AddHours(Field(match, 4))
                .AddMinutes(Field(match, 5))
                .AddSeconds(Field(match, 6))
                .AddMilliseconds(Field(match, 7));
            var offset = new TimeSpan(Field(match, 9), Field(match, 10), 0);
            return new DateTimeOffset(match.Groups[8].Value == "-" ? local + offset : local - offset);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private static int Field(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+)-(\d+)-(\d+)T(\d+):(\d+):(\d+)\.(\d+)([+-])(\d\d)(\d\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
