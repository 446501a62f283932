using System.Text;
using Camunda.ExternalTask.Values.Dates;
using static Camunda.ExternalTask.Tests.Variables.Reading;

namespace Camunda.ExternalTask.Tests.Variables;

public class DateTests
{
    [Theory]
    [InlineData("2024-02-29T07:04:56.789+0000", "2024-02-29T07:04:56.789+00:00")]
    [InlineData("2024-02-29T07:04:56.789+0530", "2024-02-29T07:04:56.789+05:30")]
    [InlineData("2024-02-29T07:04:56.789-0330", "2024-02-29T07:04:56.789-03:30")]
    [InlineData("2024-02-29T07:04:56.789Z", "2024-02-29T07:04:56.789+00:00")]
    [InlineData("2024-02-29T07:04:56.789+05:30", "2024-02-29T07:04:56.789+05:30")]
    [InlineData("2024-02-29T07:04:56+01", "2024-02-29T07:04:56.000+01:00")]
    [InlineData("2024-02-29T07:04Z", "2024-02-29T07:04:00.000+00:00")]
    [InlineData("2024-02-29 07:04:56Z", "2024-02-29T07:04:56.000+00:00")]
    [InlineData("2024-02-29T07:04:56.1234567Z", "2024-02-29T07:04:56.1234567+00:00")]
    [InlineData("2024-02-29T07:04:56.12345670000Z", "2024-02-29T07:04:56.1234567+00:00")]
    [InlineData("2024-02-29T23:30:00.000+1800", "2024-02-29T05:30:00.000+00:00")]
    [InlineData("0001-01-01T00:00:00.000+0000", "0001-01-01T00:00:00.000+00:00")]
    [InlineData("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999+00:00")]
    public void Case071_and_073_Dates_are_read_with_their_offset(string text, string expected)
    {
        var wanted = DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var type in new[] { "Date", "String" })
        {
            Assert.True(wanted.EqualsExact(Value(type, $"\"{text}\"", v => v.Read<DateTimeOffset>())));
            var utc = Value(type, $"\"{text}\"", v => v.Read<DateTime>());
            Assert.Equal(DateTimeKind.Utc, utc.Kind);
            Assert.Equal(wanted.UtcDateTime, utc);
        }
    }

    [Theory]
    [InlineData("2024-02-29T07:04:56.789")]
    [InlineData("2024-02-29T07:04")]
    [InlineData("2024-07-01")]
    public void Without_an_offset_a_date_is_local(string text)
    {
        var local = DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var expected = new DateTimeOffset(local, TimeZoneInfo.Local.GetUtcOffset(local));
        Assert.True(expected.EqualsExact(Value("Date", $"\"{text}\"", v => v.Read<DateTimeOffset>())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2023-02-29T00:00:00.000+0000")]
    [InlineData("2024-13-01T00:00:00.000+0000")]
    [InlineData("0000-01-01T00:00:00.000+0000")]
    [InlineData("2024-02-29T24:00:00.000+0000")]
    [InlineData("2024-02-29T07:60:00.000+0000")]
    [InlineData("2024-02-29T07:00:60.000+0000")]
    [InlineData("2024-02-29T07:00:00.+0000")]
    [InlineData("2024-02-29T07:00:00.12345678Z")]
    [InlineData("2024-02-29T")]
    [InlineData("2024-02-29T07:00:00.000+000")]
    [InlineData("2024-02-29T07:00:00.000+1901")]
    [InlineData("2024-02-29T07:00:00.000 CET")]
    [InlineData("24-02-29")]
    [InlineData("0001-01-01T00:00:00.000+0100")]
    [InlineData("10000-01-01T00:00:00.000+0000")]
    [InlineData("1709190296789")]
    public void Broken_dates_are_refused(string text)
    {
        Refusal("Date", $"\"{text}\"", v => v.Read<DateTimeOffset>());
        Refusal("String", $"\"{text}\"", v => v.Read<DateTime>());
    }

    [Fact]
    [Trait("Situation", "46")]
    public void Numbers_and_nulls_are_not_dates()
    {
        Refusal("Long", "1709190296789", v => v.Read<DateTimeOffset>());
        Refusal("Date", "null", v => v.Read<DateTimeOffset>());
    }

    [Theory]
    [InlineData("2024-02-29T07:04:56.7899999+05:30", "2024-02-29T07:04:56.789+0530")]
    [InlineData("1969-12-31T23:59:59.9999999+00:00", "1969-12-31T23:59:59.999+0000")]
    [InlineData("0001-01-01T00:00:00.0000000+00:00", "0001-01-01T00:00:00.000+0000")]
    [InlineData("9999-12-31T23:59:59.9999999-14:00", "9999-12-31T23:59:59.999-1400")]
    [InlineData("2024-02-29T07:04:56.0000000-03:30", "2024-02-29T07:04:56.000-0330")]
    public void Dates_are_written_as_the_engine_takes_them(string value, string expected)
    {
        Span<byte> text = stackalloc byte[EngineDate.Length];
        var (clock, offset) = Parse(value);
        EngineDate.Write(clock, offset, text);
        Assert.Equal(expected, Encoding.ASCII.GetString(text));
    }

    [Fact]
    public void Case071_and_073_A_DateTime_is_UTC_local_or_taken_as_local()
    {
        var clock = new DateTime(2024, 7, 1, 12, 0, 0);
        Assert.Equal(TimeSpan.Zero, EngineDate.OffsetOf(DateTime.SpecifyKind(clock, DateTimeKind.Utc)));
        Assert.Equal(TimeZoneInfo.Local.GetUtcOffset(clock), EngineDate.OffsetOf(DateTime.SpecifyKind(clock, DateTimeKind.Local)));
        Assert.Equal(TimeZoneInfo.Local.GetUtcOffset(clock), EngineDate.OffsetOf(clock));
    }

    // 9999-12-31T23:59 at -14:00 is beyond what DateTimeOffset holds; a local DateTime may still say so.
    private static (DateTime Clock, TimeSpan Offset) Parse(string text) => (
        DateTime.ParseExact(text[..27], "yyyy-MM-dd'T'HH:mm:ss.fffffff", System.Globalization.CultureInfo.InvariantCulture),
        TimeSpan.Parse(text[27..].TrimStart('+'), System.Globalization.CultureInfo.InvariantCulture));
}
