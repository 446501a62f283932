using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Tests.Variables;

public class DateFormatTests
{
    private static readonly DateTimeOffset Instant = new(2024, 2, 29, 7, 4, 6, 89, new(5, 30, 0));

    [Theory]
    [InlineData("yyyy-MM-dd'T'HH:mm:ssXXX", "2024-02-29T07:04:06+05:30")]
    [InlineData("yyyy-MM-dd'T'HH:mm:ssXX", "2024-02-29T07:04:06+0530")]
    [InlineData("yyyy-MM-dd'T'HH:mm:ssX", "2024-02-29T01:34:06Z")]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "2024-02-29T07:04:06.089+05:30")]
    [InlineData("yyyy-MM-dd HH:mm:ss.SSS Z", "2024-02-29 07:04:06.089 +0530")]
    [InlineData("yyyyMMddHHmmssSSSZ", "20240229070406089+0530")]
    [InlineData("d.M.y, H:m:s.S Z", "29.2.2024, 7:4:6.89 +0530")]
    [InlineData("yyyyy/MMdd HHmmss SSSSSS XX", "02024/0229 070406 000089 +0530")]
    [InlineData("'o''clock' HH:mm:ss ''dd.MM.yyyy'' Z", "o'clock 07:04:06 '29.02.2024' +0530")]
    [InlineData("yyyy年MM月dd日 HH:mm:ss.SSS Z", "2024年02月29日 07:04:06.089 +0530")]
    public void Case074_A_date_is_written_and_read_in_the_format(string pattern, string expected)
    {
        var format = EngineDateFormat.Parse(pattern);
        var text = Text(format, Instant);
        Assert.Equal(expected, text);
        Assert.True(Assert.IsType<PatternDateFormat>(format).TryParse(Encoding.UTF8.GetBytes(text), out var read));
        var kept = pattern.Contains('S', StringComparison.Ordinal) ? Instant : Instant.AddMilliseconds(-89);
        Assert.Equal(kept, read);
    }

    [Theory]
    [InlineData("yyyy-MM-dd'T'HH:mm:ssX", "2024-02-29T02:04:06+05", 5)]
    [InlineData("yyyy-MM-dd'T'HH:mm:ssZ", "2024-02-29T02:04:06Z", 0)]
    [InlineData("yyyy-MM-dd'T'HH:mm:ssXXX", "2024-02-29T02:04:06-03:00", -3)]
    public void Case074_Offsets_of_other_forms_are_read(string pattern, string text, int hours) =>
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 2, 4, 6, TimeSpan.FromHours(hours)), Read(EngineDateFormat.Parse(pattern), text));

    [Fact]
    public void Case074_Without_an_offset_a_date_is_local_time()
    {
        var format = EngineDateFormat.Parse("yyyy-MM-dd'T'HH:mm:ss");
        foreach (var instant in new[] { Instant.AddMilliseconds(-89), Instant.AddMilliseconds(-89).AddMonths(5), new(1969, 12, 31, 23, 59, 59, TimeSpan.Zero) })
        {
            var clock = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.Local).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
            Assert.Equal(clock, Text(format, instant));
            Assert.Equal(instant, Read(format, clock));
        }
    }

    [Fact]
    public void Case074_The_default_is_the_shared_format()
    {
        Assert.Same(EngineDateFormat.Default, EngineDateFormat.Parse("yyyy-MM-dd'T'HH:mm:ss.SSSZ"));
        Assert.Equal("yyyy-MM-dd'T'HH:mm:ss.SSSZ", new ExternalTaskWorkerOptions().DateFormat);
        Assert.Equal("yyyy-MM-dd'T'HH:mm:ss.SSSZ", new ExternalTaskClientOptions().DateFormat);
    }

    [Theory]
    [InlineData("dd MMM yyyy HH:mm:ss", "'M' 3 times")]
    [InlineData("yyyy-MM-dd hh:mm:ss a", "letter 'h'; supported are y, M, d, H, m, s, S, Z and X")]
    [InlineData("yyyy-MM-dd HH:mm:ss a", "letter 'a'")]
    [InlineData("YYYY-MM-dd HH:mm:ss", "letter 'Y'")]
    [InlineData("yyyy-MM-dd HH:mm:ss z", "letter 'z'")]
    [InlineData("yyyy-MM-dd HH:mm:ss XXXX", "letter 'X'")]
    [InlineData("yy-MM-dd HH:mm:ss", "loses the century")]
    [InlineData("yyyy-MM-dd", "no 'H'")]
    [InlineData("yyyy-MM-dd HH:mm", "no 's'")]
    [InlineData("yyyy-MM-dd HH:mm:ss dd", "the day twice")]
    [InlineData("yyyy-MM-dd HH:mm:ssZ XXX", "the offset twice")]
    [InlineData("yyyy-MM-dd'T HH:mm:ss", "quote without an end")]
    [InlineData(" ", "blank")]
    public void Case074_A_pattern_that_loses_something_is_refused(string pattern, string message)
    {
        Assert.Contains(message, EngineDateFormat.ProblemOf(pattern), StringComparison.Ordinal);
        Assert.StartsWith($"DateFormat '{pattern}' ", EngineDateFormat.ProblemOf(pattern), StringComparison.Ordinal);
        var refusal = Assert.Throws<ArgumentException>(() => new ExternalTaskClient(new HttpClient(), new() { BaseAddress = new("http://engine"), DateFormat = pattern }));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Case074_An_endless_pattern_is_refused() =>
        Assert.Contains("longer than 100", EngineDateFormat.ProblemOf("yyyy-MM-dd HH:mm:ss'" + new string('x', 100) + "'"), StringComparison.Ordinal);

    [Theory]
    [InlineData("29.02.2024 07:04")]
    [InlineData("29.02.2024 07:04:06 ")]
    [InlineData("30.02.2024 07:04:06")]
    [InlineData("29.13.2024 07:04:06")]
    [InlineData("29.02.2024 24:04:06")]
    [InlineData("29.02.2024 07:60:06")]
    [InlineData("29.02.2024 07:04:60")]
    [InlineData("29.02.0000 07:04:06")]
    [InlineData("29.02.99999 07:04:06")]
    [InlineData("29.02.9999999999999 07:04:06")]
    [InlineData("..2024 07:04:06")]
    [InlineData("")]
    public void Case074_Broken_dates_are_not_read(string text) => Assert.Null(Read(EngineDateFormat.Parse("dd.MM.yyyy HH:mm:ss"), text));

    [Theory]
    [InlineData("2024-02-29T07:04:06.089+0530")]
    [InlineData("2024-02-29T07:04:06.089+05:30")]
    public void Case074_The_usual_forms_are_read_all_the_same(string text) => Assert.Equal(Instant, Read(EngineDateFormat.Parse("dd.MM.yyyy HH:mm:ss"), text));

    [Fact]
    public void Case074_A_writer_writes_dates_in_its_format_and_nulls_as_nulls()
    {
        var format = EngineDateFormat.Parse("dd.MM.yyyy HH:mm:ssX");
        Assert.Equal(
            """{"a":{"type":"Date","value":"29.02.2024 01:34:06Z"},"b":{"type":"Date","value":"29.02.2024 07:04:06Z","valueInfo":{"transient":true}},"c":{"type":"Date","value":null}}""",
            Json(format, variables =>
            {
                variables.WriteDate("a"u8, Instant);
                variables.WriteDate("b"u8, new DateTime(2024, 2, 29, 7, 4, 6, DateTimeKind.Utc), transient: true);
                variables.WriteDate("c"u8, default(DateTime?));
            }));
    }

    [Fact]
    public void Case074_A_year_that_the_format_has_no_place_for_is_an_error_before_anything_is_written()
    {
        var format = EngineDateFormat.Parse("yyyy-MM-dd HH:mm:ssX");

        // The first half hour of the year 1 where clocks are ahead by half an hour is in no year of UTC.
        Assert.False(format.TryWrite(new(1, 1, 1, 0, 15, 0), new(0, 30, 0), new byte[format.MaxLength], out _));
        Assert.True(format.TryWrite(new(1, 1, 1, 0, 45, 0), new(0, 30, 0), new byte[format.MaxLength], out _));
        Assert.True(format.TryWrite(DateTime.MaxValue, TimeSpan.Zero, new byte[format.MaxLength], out _));
    }

    [Fact]
    public void Case074_A_value_made_here_is_rewritten_and_a_received_one_passed_on_as_it_came()
    {
        var format = EngineDateFormat.Parse("dd.MM.yyyy HH:mm:ss.SSS XXX");
        var received = Task(format, "29.02.2024 7:4:6.89 Z").Variables.GetTyped("at");
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 7, 4, 6, 89, TimeSpan.Zero), received.Get<DateTimeOffset>());

        Assert.Equal(
            """{"made":{"type":"Date","value":"29.02.2024 07:04:06.089 +05:30","valueInfo":{"transient":true}},"received":{"type":"Date","value":"29.02.2024 7:4:6.89 Z"},"null":{"type":"Date","value":null}}""",
            Json(format, variables => WriteAll(variables, TypedValue.Date(Instant).AsTransient(), received)));
        Assert.Equal(
            """{"made":{"type":"Date","value":"2024-02-29T07:04:06.089+0530","valueInfo":{"transient":true}},"received":{"type":"Date","value":"2024-02-29T07:04:06.089+0000"},"null":{"type":"Date","value":null}}""",
            Json(EngineDateFormat.Default, variables => WriteAll(variables, TypedValue.Date(Instant).AsTransient(), received)));

        // Also where it was received in the default form, and unusual in it.
        var usual = Task(EngineDateFormat.Default, "2024-02-29T07:04:06Z").Variables.GetTyped("at");
        Assert.Equal("""{"at":{"type":"Date","value":"2024-02-29T07:04:06Z"}}""", Json(EngineDateFormat.Default, variables => variables.Write("at", usual)));
        Assert.Equal("""{"at":{"type":"Date","value":"29.02.2024 07:04:06.000 Z"}}""", Json(format, variables => variables.Write("at", usual)));

        static void WriteAll(VariableWriter variables, TypedValue made, TypedValue received)
        {
            variables.Write("made", made);
            variables.Write("received", received);
            variables.Write("null", TypedValue.Null(VariableType.Date));
        }
    }

    [Fact]
    public void Case074_What_is_not_a_date_of_a_Date_is_passed_on_as_it_is() => Assert.Equal(
        """{"at":{"type":"Date","value":"soon"}}""",
        Json(EngineDateFormat.Default, variables => variables.Write("at", Task(EngineDateFormat.Parse("dd.MM.yyyy HH:mm:ss"), "soon").Variables.GetTyped("at"))));

    [Fact]
    public void Case074_The_same_text_in_two_formats_is_two_values()
    {
        var value = Task(EngineDateFormat.Parse("yyyy-dd-MM HH:mm:ssZ"), "2024-02-03 00:00:00Z").Variables.GetTyped("at");
        var other = Task(EngineDateFormat.Parse("yyyy-MM-dd HH:mm:ssZ"), "2024-02-03 00:00:00Z").Variables.GetTyped("at");
        Assert.Equal((2, 3), (value.Get<DateTimeOffset>().Day, other.Get<DateTimeOffset>().Day));
        Assert.NotEqual(value, other);
        Assert.Equal(value, Task(EngineDateFormat.Parse("yyyy-dd-MM HH:mm:ssZ"), "2024-02-03 00:00:00Z").Variables.GetTyped("at"));
    }

    [Fact]
    public void Case074_A_task_s_own_dates_and_text_variables_are_read()
    {
        var task = Task(EngineDateFormat.Parse("yyyy-dd-MM HH:mm:ssZ"), "2024-02-03 00:00:00Z", "2024-02-03 00:00:00Z");
        Assert.Equal(new DateTimeOffset(2024, 3, 2, 0, 0, 0, TimeSpan.Zero), task.LockExpirationTime);
        Assert.Equal(new DateTimeOffset(2024, 3, 2, 0, 0, 1, TimeSpan.Zero), task.CreateTime);
        Assert.Equal(new DateTimeOffset(2024, 3, 2, 0, 0, 0, TimeSpan.Zero), task.Variables.Get<DateTimeOffset>("at"));

        // Text is what people type, not what the engine formats.
        Assert.Equal(new DateTimeOffset(2024, 2, 3, 0, 0, 0, TimeSpan.Zero), task.Variables.Get<DateTimeOffset>("text"));
    }

    private static FetchedTask Task(EngineDateFormat format, string date, string text = "x")
    {
        List<FetchedTask> tasks = [];
        FetchedTaskReader.Read(
            Encoding.UTF8.GetBytes($$$"""
            [{"id":"T","topicName":"t","lockExpirationTime":"2024-02-03 00:00:00\u005a","createTime":"2024-02-03 00:00:01Z",
              "variables":{"at":{"type":"Date","value":"{{{date}}}"},"text":{"type":"String","value":"{{{text}}}"} } }]
            """),
            [],
            tasks,
            format);
        return tasks[0];
    }

    private static string Text(EngineDateFormat format, DateTimeOffset value)
    {
        var text = new byte[format.MaxLength];
        Assert.True(format.TryWrite(value.DateTime, value.Offset, text, out var length));
        return Encoding.UTF8.GetString(text, 0, length);
    }

    private static DateTimeOffset? Read(EngineDateFormat format, string text) =>
        format.TryRead(Encoding.UTF8.GetBytes(text), out var value) ? value : null;

    private static string Json(EngineDateFormat format, Action<VariableWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            write(new(json, format));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
