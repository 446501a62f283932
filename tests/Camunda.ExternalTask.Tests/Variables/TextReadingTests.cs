using Camunda.ExternalTask.Shared.Notation;
using static Camunda.ExternalTask.Tests.Variables.Reading;

namespace Camunda.ExternalTask.Tests.Variables;

public class TextReadingTests
{
    private const string Java = """{"objectTypeName":"com.example.Foo","serializationDataFormat":"application/x-java-serialized-object"}""";

    [Theory]
    [InlineData("String", "\"héllo 😀\"", "héllo 😀")]
    [InlineData("String", "\"\"", "")]
    [InlineData("String", """ "\"\\\/\b\f\n\r\té\u0000" """, "\"\\/\b\f\n\r\té\0")]
    [InlineData("String", """ "a\uD83D\uDE00b" """, "a😀b")]
    [InlineData("Integer", "5", "5")]
    [InlineData("Double", "3.0", "3.0")]
    [InlineData("Double", "\"NaN\"", "NaN")]
    [InlineData("Boolean", "true", "true")]
    [InlineData("Date", "\"2024-02-29T07:04:56.789+0000\"", "2024-02-29T07:04:56.789+0000")]
    [InlineData("Json", """ "{\"a\":1}" """, """{"a":1}""")]
    [InlineData("Xml", "\"<a/>\"", "<a/>")]
    [InlineData("Object", """ {"a":1} """, """{"a":1}""")]
    [InlineData("Weird", "\"w\"", "w")]
    public void Text_is_what_came(string type, string value, string expected) => Assert.Equal(expected, Value(type, value.Trim(), v => v.Read<string>()));

    [Fact]
    [Trait("Situation", "45")]
    public void Half_a_surrogate_pair_stays_one()
    {
        Assert.Equal("a\uD83D", Value("String", """ "a\uD83D" """.Trim(), v => v.Read<string>()));
        Assert.Equal("\uDE00b", Value("String", """ "\uDE00b" """.Trim(), v => v.Read<string>()));
        Assert.Equal("\uD83D\n\uDE00", Value("String", """ "\uD83D\n\uDE00" """.Trim(), v => v.Read<string>()));
    }

    [Fact]
    [Trait("Security", "S9")]
    public void Bytes_files_and_Java_objects_are_not_text()
    {
        Refusal("Bytes", "\"AAH/\"", v => v.Read<string>());
        Assert.Contains("read it as CamundaFile", Refusal("File", "null", v => v.Read<string>(), """{"filename":"a.txt"}""").Message);
        var message = Refusal("Object", "\"rO0ABQ==\"", v => v.Read<string>(), Java).Message;
        Assert.Contains("Java-serialized com.example.Foo", message);
        Assert.Contains("defaultSerializationFormat=application/json", message);
    }

    [Fact]
    public void Characters_identifiers_and_addresses()
    {
        Assert.Equal('x', Value("String", "\"x\"", v => v.Read<char>()));
        Assert.Equal('\uD83D', Value("String", """ "\uD83D" """.Trim(), v => v.Read<char>()));
        Refusal("String", "\"xy\"", v => v.Read<char>());
        Refusal("String", "\"\"", v => v.Read<char>());
        Refusal("Integer", "5", v => v.Read<char>());

        var id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        Assert.Equal(id, Value("String", "\"0F8FAD5B-D9CB-469F-A165-70867728950E\"", v => v.Read<Guid>()));
        Refusal("String", "\"0f8fad5b\"", v => v.Read<Guid>());

        Assert.Equal("https://example.com/ä?q=1", Value("String", "\"https://example.com/ä?q=1\"", v => v.Read<Uri>()).OriginalString);
        Assert.False(Value("String", "\"relative/path\"", v => v.Read<Uri>()).IsAbsoluteUri);
        Refusal("String", "\"http://[\"", v => v.Read<Uri>());
    }

    [Theory]
    [InlineData("PT1H30M", 5400)]
    [InlineData("P1DT2H", 93600)]
    [InlineData("P2W", 1209600)]
    [InlineData("PT48H", 172800)]
    [InlineData("-PT5S", -5)]
    [InlineData("PT-5S", -5)]
    [InlineData("PT0.5S", 0.5)]
    [InlineData("1.02:03:04", 93784)]
    [InlineData("00:00:05", 5)]
    public void Durations(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Value("String", $"\"{text}\"", v => v.Read<TimeSpan>()));

    [Theory]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("PT5")]
    [InlineData("P1DT")]
    [InlineData("PT1S1H")]
    [InlineData("PT1M1M")]
    [InlineData("PT1.5H")]
    [InlineData("PT0.00000001S")]
    [InlineData("P99999999999D")]
    [InlineData("5")]
    [InlineData("")]
    public void What_is_not_a_fixed_duration_is_refused(string text) => Refusal("String", $"\"{text}\"", v => v.Read<TimeSpan>());

    [Fact]
    public void Extreme_durations_travel_both_ways()
    {
        foreach (var value in new[] { TimeSpan.MaxValue, TimeSpan.MinValue, TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromTicks(-1) })
        {
            Assert.Equal(value, Value("String", $"\"{Iso8601Duration.Format(value)}\"", v => v.Read<TimeSpan>()));
        }
    }

    [Fact]
    public void Days_and_times_of_day()
    {
        Assert.Equal(new DateOnly(2024, 2, 29), Value("String", "\"2024-02-29\"", v => v.Read<DateOnly>()));
        Refusal("String", "\"2023-02-29\"", v => v.Read<DateOnly>());
        Refusal("String", "\"2024-02-29T00:00\"", v => v.Read<DateOnly>());
        Refusal("Date", "\"2024-02-29T00:00:00.000+0000\"", v => v.Read<DateOnly>());
        Assert.Equal(new TimeOnly(7, 4), Value("String", "\"07:04\"", v => v.Read<TimeOnly>()));
        Assert.Equal(new TimeOnly(7, 4, 56).Add(TimeSpan.FromTicks(1234567)), Value("String", "\"07:04:56.1234567\"", v => v.Read<TimeOnly>()));
        Refusal("String", "\"24:00\"", v => v.Read<TimeOnly>());
        Refusal("String", "\"7:04\"", v => v.Read<TimeOnly>());
    }

    [Fact]
    public void Bytes()
    {
        Assert.Equal([0, 1, 255], Value("Bytes", "\"AAH/\"", v => v.Read<byte[]>()));
        Assert.Equal([0, 1, 255], Value("Bytes", "\"AAH\\/\"", v => v.Read<byte[]>()));
        Assert.Equal([251], Value("Bytes", "\"+w==\"", v => v.Read<byte[]>()));
        Assert.Empty(Value("Bytes", "\"\"", v => v.Read<byte[]>()));
        Assert.Equal([0xAC, 0xED, 0x00, 0x05], Value("Object", "\"rO0ABQ==\"", v => v.Read<byte[]>(), Java));
        Refusal("Bytes", "\"-w==\"", v => v.Read<byte[]>());
        Refusal("Bytes", "\"AA\"", v => v.Read<byte[]>());
        Refusal("String", "\"AAH/\"", v => v.Read<byte[]>());
        Refusal("Bytes", "null", v => v.Read<byte[]>());
        Assert.Contains("read it as CamundaFile", Refusal("File", "null", v => v.Read<byte[]>(), """{"filename":"a.txt"}""").Message);
    }
}
