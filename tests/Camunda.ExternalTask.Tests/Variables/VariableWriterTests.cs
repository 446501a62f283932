using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using static Camunda.ExternalTask.Tests.Variables.Writing;

namespace Camunda.ExternalTask.Tests.Variables;

public class VariableWriterTests
{
    [Fact]
    public void Scalars()
    {
        Assert.Equal("""{"x":{"type":"Boolean","value":true}}""", Json(v => v.WriteBoolean("x"u8, true)));
        Assert.Equal("""{"x":{"type":"Short","value":-7}}""", Json(v => v.WriteShort("x"u8, -7)));
        Assert.Equal("""{"x":{"type":"Integer","value":42}}""", Json(v => v.WriteInteger("x"u8, 42)));
        Assert.Equal("""{"x":{"type":"Long","value":9007199254740993}}""", Json(v => v.WriteLong("x"u8, 9007199254740993)));
        Assert.Equal("""{"x":{"type":"Double","value":0.1}}""", Json(v => v.WriteDouble("x"u8, 0.1)));
        Assert.Equal("""{"x":{"type":"Double","value":"NaN"}}""", Json(v => v.WriteDouble("x"u8, double.NaN)));
        Assert.Equal("""{"x":{"type":"Double","value":"Infinity"}}""", Json(v => v.WriteDouble("x"u8, double.PositiveInfinity)));
        Assert.Equal("""{"x":{"type":"Double","value":"-Infinity"}}""", Json(v => v.WriteDouble("x"u8, double.NegativeInfinity)));
        Assert.Equal("""{"x":{"type":"String","value":"a\"é😀\\\u0000"}}""", Unescaped(Json(v => v.WriteString("x"u8, "a\"é😀\\\0"))));
        Assert.Equal("""{"x":{"type":"Bytes","value":"AAH/"}}""", Json(v => v.WriteBytes("x"u8, (byte[])[0, 1, 255])));
        Assert.Equal("""{"x":{"type":"Bytes","value":""}}""", Json(v => v.WriteBytes("x"u8, ReadOnlyMemory<byte>.Empty)));
        Assert.Equal("""{"x":{"type":"Null","value":null}}""", Json(v => v.WriteNull("x"u8)));
    }

    [Fact]
    public void What_has_no_engine_type_is_exact_text()
    {
        Assert.Equal("""{"x":{"type":"String","value":"0f8fad5b-d9cb-469f-a165-70867728950e"}}""", Json(v => v.Write("x"u8, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"))));
        Assert.Equal("""{"x":{"type":"String","value":"https://example.com/ä b"}}""", Json(v => v.Write("x"u8, new Uri("https://example.com/ä b"))));
        Assert.Equal("""{"x":{"type":"String","value":"P1DT2H0.5S"}}""", Json(v => v.Write("x"u8, new TimeSpan(1, 2, 0, 0, 500))));
        Assert.Equal("""{"x":{"type":"String","value":"2024-02-29"}}""", Json(v => v.Write("x"u8, new DateOnly(2024, 2, 29))));
        Assert.Equal("""{"x":{"type":"String","value":"07:04:00.0000000"}}""", Json(v => v.Write("x"u8, new TimeOnly(7, 4))));
        Assert.Equal("""{"x":{"type":"String","value":"-1.10"}}""", Json(v => v.Write("x"u8, -1.10m)));
        Assert.Equal("""{"x":{"type":"String","value":"18446744073709551615"}}""", Json(v => v.Write("x"u8, ulong.MaxValue)));
        Assert.Equal("""{"x":{"type":"String","value":"c"}}""", Json(v => v.Write("x"u8, 'c')));
        Assert.Equal("""{"x":{"type":"String","value":"-340282366920938463463374607431768211456"}}""", Json(v => v.Write("x"u8, -BigInteger.Pow(2, 128))));
    }

    [Fact]
    public void Dates()
    {
        Assert.Equal("""{"x":{"type":"Date","value":"2024-02-29T07:04:56.789+0530"}}""", Json(v => v.WriteDate("x"u8, new DateTimeOffset(2024, 2, 29, 7, 4, 56, 789, new(5, 30, 0)).AddTicks(9999))));
        Assert.Equal("""{"x":{"type":"Date","value":"2024-02-29T07:04:56.000+0000"}}""", Json(v => v.WriteDate("x"u8, new DateTime(2024, 2, 29, 7, 4, 56, DateTimeKind.Utc))));
        Assert.StartsWith("""{"x":{"type":"Date","value":"0001-01-01T00:00:00.000""", Json(v => v.WriteDate("x"u8, DateTime.MinValue)));
    }

    [Fact]
    public void Null_keeps_its_type()
    {
        Assert.Equal("""{"x":{"type":"Boolean","value":null}}""", Json(v => v.WriteBoolean("x"u8, null)));
        Assert.Equal("""{"x":{"type":"Short","value":null}}""", Json(v => v.WriteShort("x"u8, null)));
        Assert.Equal("""{"x":{"type":"Integer","value":null}}""", Json(v => v.WriteInteger("x"u8, null)));
        Assert.Equal("""{"x":{"type":"Long","value":null}}""", Json(v => v.WriteLong("x"u8, null)));
        Assert.Equal("""{"x":{"type":"Double","value":null}}""", Json(v => v.WriteDouble("x"u8, null)));
        Assert.Equal("""{"x":{"type":"String","value":null}}""", Json(v => v.WriteString("x"u8, (string?)null)));
        Assert.Equal("""{"x":{"type":"String","value":null}}""", Json(v => v.Write("x"u8, (decimal?)null)));
        Assert.Equal("""{"x":{"type":"String","value":null}}""", Json(v => v.Write("x"u8, (Uri?)null)));
        Assert.Equal("""{"x":{"type":"String","value":null}}""", Json(v => v.Write("x"u8, (char?)null)));
        Assert.Equal("""{"x":{"type":"Date","value":null}}""", Json(v => v.WriteDate("x"u8, (DateTimeOffset?)null)));
        Assert.Equal("""{"x":{"type":"Date","value":null}}""", Json(v => v.WriteDate("x"u8, (DateTime?)null)));
        Assert.Equal("""{"x":{"type":"Bytes","value":null}}""", Json(v => v.WriteBytes("x"u8, (byte[]?)null)));
        Assert.Equal("""{"x":{"type":"Json","value":null}}""", Json(v => v.WriteJson("x"u8, null, TestJson.Default.Loan)));
        Assert.Equal("""{"x":{"type":"Json","value":null}}""", Json(v => v.WriteJson("x"u8, (JsonNode?)null)));
        Assert.Equal("""{"x":{"type":"Json","value":null}}""", Json(v => v.WriteJson("x"u8, default(JsonElement))));
        Assert.Equal("""{"x":{"type":"Xml","value":null}}""", Json(v => v.WriteXml("x"u8, (XNode?)null)));
        Assert.Equal(
            """{"x":{"type":"Object","value":null,"valueInfo":{"objectTypeName":"com.example.Foo","serializationDataFormat":"application/json"}}}""",
            Json(v => v.WriteObject("x"u8, null, TestJson.Default.Loan, "com.example.Foo")));
    }

    [Fact]
    public void Documents_are_text()
    {
        const string expected = """{"x":{"type":"Json","value":"{\"Customer\":\"A\",\"Amount\":1.10}"}}""";
        Assert.Equal(expected, Json(v => v.WriteJson("x"u8, new Loan("A", 1.10m), TestJson.Default.Loan)));
        Assert.Equal(expected, Json(v => v.WriteJson("x"u8, JsonDocument.Parse("""{"Customer":"A","Amount":1.10}""").RootElement)));
        Assert.Equal(expected, Json(v => v.WriteJson("x"u8, JsonNode.Parse("""{"Customer":"A","Amount":1.10}"""))));
        Assert.Equal(expected, Json(v => v.WriteJsonText("x"u8, """{"Customer":"A","Amount":1.10}""")));
        Assert.Equal("""{"x":{"type":"Xml","value":"<a> <b /></a>"}}""", Json(v => v.WriteXml("x"u8, XDocument.Parse("<a> <b /></a>", LoadOptions.PreserveWhitespace))));
        Assert.Equal("""{"x":{"type":"Xml","value":"<a>"}}""", Json(v => v.WriteXml("x"u8, "<a>")));
        Assert.Equal(
            """{"x":{"type":"Object","value":"{\"Customer\":\"A\",\"Amount\":1}","valueInfo":{"objectTypeName":"com.example.Foo","serializationDataFormat":"application/json","transient":true}}}""",
            Json(v => v.WriteObject("x"u8, new Loan("A", 1), TestJson.Default.Loan, "com.example.Foo", transient: true)));
    }

    [Fact]
    public void Transient_is_a_truth_value_in_the_infos()
    {
        Assert.Equal("""{"x":{"type":"Integer","value":1,"valueInfo":{"transient":true}}}""", Json(v => v.WriteInteger("x"u8, 1, transient: true)));
        Assert.Equal("""{"x":{"type":"String","value":null,"valueInfo":{"transient":true}}}""", Json(v => v.WriteString("x"u8, (string?)null, transient: true)));
        Assert.Equal("""{"x":{"type":"Json","value":"0.5","valueInfo":{"transient":true}}}""", Json(v => v.WriteJson("x"u8, 0.5, TestJson.Default.Double, transient: true)));
    }

    [Fact]
    public void What_must_not_be_sent_is_refused_before_a_byte_is_written()
    {
        Assert.Equal("Variable 'x' cannot be written: its text contains half of a surrogate pair, which is not valid Unicode.", Refusal(v => v.WriteString("x"u8, "a\uD83D")).Message);
        Refusal(v => v.WriteString("x"u8, "\uDE00\uD83D"));
        Refusal(v => v.Write("x"u8, '\uD83D'));
        Refusal(v => v.WriteXml("x"u8, "<a>\uD83D</a>"));
        Refusal(v => v.WriteXml("x"u8, new XElement("a", "\uD83D")));
        Refusal(v => v.WriteJsonText("x"u8, "{"));
        Refusal(v => v.WriteJsonText("x"u8, ""));
        Assert.Contains("double cannot be serialized as JSON", Refusal(v => v.WriteJson("x"u8, double.NaN, TestJson.Default.Double)).Message);
        Refusal(v => v.WriteObject("x"u8, new Loan("A", 1), TestJson.Default.Loan, " "));
    }

    [Fact]
    public void A_scalar_is_written_as_the_engine_type_of_its_type()
    {
        Assert.Equal("""{"x":{"type":"Short","value":5}}""", Json(v => v.Write("x"u8, (byte)5)));
        Assert.Equal("""{"x":{"type":"Integer","value":5}}""", Json(v => v.Write("x"u8, 5)));
        Assert.Equal("""{"x":{"type":"Integer","value":null}}""", Json(v => v.Write("x"u8, (int?)null)));
        Assert.Equal("""{"x":{"type":"Long","value":5}}""", Json(v => v.Write("x"u8, (uint?)5)));
        Assert.Equal("""{"x":{"type":"Bytes","value":"AQ=="}}""", Json(v => v.Write("x"u8, new ReadOnlyMemory<byte>([1]))));
        Assert.Throws<NotSupportedException>(() => Json(v => v.Write("x"u8, new Loan("A", 1))));
    }

    [Fact]
    public void Names_are_escaped_and_a_dictionary_is_written_whole()
    {
        var values = new Dictionary<string, TypedValue> { ["a\"é"] = 1, ["b"] = null! };
        Assert.Equal("""{"a\"é":{"type":"Integer","value":1},"b":{"type":"Null","value":null}}""", Json(v => v.WriteAll(values)));
        Assert.Equal("{}", Json(v => v.WriteAll(null)));
        Assert.Throws<VariableException>(() => Json(v => v.Write("\uD83D", 1)));
    }

    private static string Unescaped(string json) => json.Replace("\\uD83D\\uDE00", "😀", StringComparison.Ordinal);
}
