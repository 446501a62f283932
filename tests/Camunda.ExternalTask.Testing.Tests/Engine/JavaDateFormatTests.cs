using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Tests.Engine;

public sealed class JavaDateFormatTests
{
    private static readonly DateTimeOffset Date = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    [Theory]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.SSSZ", "2026-01-02T03:04:05.678+0000")]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "2026-01-02T03:04:05.678Z")]
    [InlineData("d.M.yyyy H 'o''clock' X", "2.1.2026 3 o'clock Z")]
    public void A_date_is_written_by_its_pattern(string pattern, string text) => Assert.Equal(text, new JavaDateFormat(pattern).Format(Date));

    [Theory]
    [InlineData("Z", "+0130", true)]
    [InlineData("Z", "-2359", true)]
    [InlineData("Z", "+2400", false)]
    [InlineData("Z", "+0160", false)]
    [InlineData("Z", "+01:30", false)]
    [InlineData("Z", "Z", false)]
    [InlineData("X", "+01", true)]
    [InlineData("X", "Z", true)]
    [InlineData("XX", "+0130", true)]
    [InlineData("XX", "+01", false)]
    [InlineData("XXX", "+01:30", true)]
    [InlineData("XXX", "+0130", false)]
    public void An_offset_has_the_form_of_its_letters(string letters, string offset, bool isValid) =>
        Assert.Equal(isValid, new JavaDateFormat("yyyy-MM-dd HH:mm" + letters).TryParse("2026-01-02 03:04" + offset) is not null);

    [Theory]
    [InlineData("yyyy-MM X", "2026-03 Z", "2026-03-01T00:00:00Z")]
    [InlineData("yyyy X", "2026 Z", "2026-01-01T00:00:00Z")]
    [InlineData("HH:mm X", "03:04 Z", "1970-01-01T03:04:00Z")]
    public void Fields_that_the_pattern_lacks_have_their_first_value(string pattern, string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), new JavaDateFormat(pattern).TryParse(text));

    [Theory]
    [InlineData("2026-13-01T00:00:00.000+0000", "2027-01-01T00:00:00.000+0000")]
    [InlineData("2024-01-01T00:00:00.1234567+0000", "2024-01-01T00:20:34.567+0000")]
    [InlineData("2026-01-02T03:04:05.678+0100 and more", "2026-01-02T02:04:05.678+0000")]
    public void Fields_overflow_and_text_behind_the_date_is_ignored(string text, string expected) =>
        Assert.Equal(expected, JavaDateFormat.Default.Format(JavaDateFormat.Default.TryParse(text)!.Value));

    [Fact]
    public void An_unsupported_letter_is_named_with_the_supported_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => new InMemoryEngine(new() { DateFormat = "hh:mm a" }));
        Assert.StartsWith(
            "The date format 'hh:mm a' contains the letter 'h', which the engine in memory does not support; use y, M, d, H, m, s, S, Z and X",
            error.Message,
            StringComparison.Ordinal);
    }
}
