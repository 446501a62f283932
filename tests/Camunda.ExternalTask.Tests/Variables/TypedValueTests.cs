using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using static Camunda.ExternalTask.Tests.Variables.Writing;

namespace Camunda.ExternalTask.Tests.Variables;

public class TypedValueTests
{
    private enum Risk
    {
        High = 1,
    }

    [Fact]
    public void Everything_read_is_written_back_the_same()
    {
        var variables = new TaskVariables(Encoding.UTF8.GetBytes(VariableReaderTests.EveryForm)).ToDictionary();
        var written = Json(writer => writer.WriteAll(variables.Where(pair => pair.Key != "file").ToDictionary()));
        var again = new TaskVariables(Encoding.UTF8.GetBytes(written)).ToDictionary();
        Assert.Equal(21, again.Count);
        Assert.All(again, pair => Assert.Equal(variables[pair.Key], pair.Value));
    }

    [Theory]
    [InlineData("""{"type":"Weird","value":{"a" : [1, 2.50]},"valueInfo":{"odd" : 1}}""")]
    [InlineData("""{"type":"String","value":"half \uD83D of a pair \u0000"}""")]
    [InlineData("""{"type":"Double","value":1.7976931348623157E308}""")]
    [InlineData("""{"type":"Json","value":"{broken"}""")]
    [InlineData("""{"type":"Object","value":"rO0ABQ==","valueInfo":{"serializationDataFormat":"application/x-java-serialized-object","objectTypeName":"a.B"}}""")]
    [InlineData("""{"value":5}""")]
    public void Unknown_and_broken_values_stay_byte_for_byte(string wire)
    {
        var value = new TaskVariables(Encoding.UTF8.GetBytes($"{{\"x\":{wire}}}")).GetTyped("x");
        Assert.Equal($"{{\"x\":{wire}}}", Json(v => v.Write("x", value)));
    }

    [Fact]
    public void A_fetched_file_is_not_sent_back_empty()
    {
        var file = new TaskVariables(Encoding.UTF8.GetBytes(VariableReaderTests.EveryForm)).GetTyped("file");
        Assert.False(file.IsNull);
        Assert.Equal("a.txt", file.GetInfo("filename"));
        Assert.Contains("content of the file is not loaded", Refusal(v => v.Write("x", file)).Message);
        Refusal(v => v.Write("x", TypedValue.Null(VariableType.File)));
    }

    [Fact]
    public void Factories()
    {
        AssertWire("""{"type":"Boolean","value":true}""", TypedValue.Boolean(true));
        AssertWire("""{"type":"Short","value":1}""", TypedValue.Short(1));
        AssertWire("""{"type":"Integer","value":null}""", TypedValue.Integer(null));
        AssertWire("""{"type":"Long","value":9007199254740993}""", TypedValue.Long(9007199254740993));
        AssertWire("""{"type":"Double","value":"-Infinity"}""", TypedValue.Double(double.NegativeInfinity));
        AssertWire("""{"type":"String","value":"é\""}""", TypedValue.String("é\""));
        AssertWire("""{"type":"Date","value":"2024-02-29T00:00:00.000+0100"}""", TypedValue.Date(new DateTimeOffset(2024, 2, 29, 0, 0, 0, new(1, 0, 0))));
        AssertWire("""{"type":"Bytes","value":"AAH/"}""", TypedValue.Bytes((byte[])[0, 1, 255]));
        AssertWire("""{"type":"Json","value":"[1]"}""", TypedValue.Json("[1]"));
        AssertWire("""{"type":"Json","value":"{\"Customer\":\"A\",\"Amount\":1}"}""", TypedValue.Json(new Loan("A", 1), TestJson.Default.Loan));
        AssertWire("""{"type":"Json","value":null}""", TypedValue.Json(null, TestJson.Default.Loan));
        AssertWire("""{"type":"Xml","value":"<a />"}""", TypedValue.Xml(new XElement("a")));
        AssertWire("""{"type":"Null","value":null}""", TypedValue.Null());
        AssertWire(
            """{"type":"Object","value":"<a/>","valueInfo":{"objectTypeName":"a.B","serializationDataFormat":"application/xml"}}""",
            TypedValue.Object("<a/>", "a.B", "application/xml"));
        AssertWire(
            """{"type":"File","value":"YQ==","valueInfo":{"filename":"a.txt","mimeType":"text/plain","encoding":"UTF-8"}}""",
            TypedValue.File("a"u8.ToArray(), "a.txt", "text/plain", "UTF-8"));
        AssertWire("""{"type":"File","value":"","valueInfo":{"filename":"a"}}""", TypedValue.File(default, "a"));
    }

    [Fact]
    public void Transient_joins_the_other_infos()
    {
        AssertWire("""{"type":"Integer","value":1,"valueInfo":{"transient":true}}""", TypedValue.Integer(1).AsTransient());
        AssertWire(
            """{"type":"File","value":"","valueInfo":{"transient":true,"filename":"a"}}""",
            TypedValue.File(default, "a").AsTransient());
        Assert.NotEqual(TypedValue.Integer(1), TypedValue.Integer(1).AsTransient());
    }

    [Fact]
    [Trait("Situation", "45")]
    public void Case088_and_089_What_must_not_be_sent_is_not_a_value()
    {
        Assert.Throws<ArgumentException>(() => TypedValue.String("\uD83D"));
        Assert.Throws<ArgumentException>(() => TypedValue.Json("{"));
        Assert.Throws<ArgumentException>(() => TypedValue.Object("{}", ""));
        Assert.Throws<ArgumentException>(() => TypedValue.Object("{}", "a.B", " "));
        Assert.Throws<ArgumentException>(() => TypedValue.File(default, " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => TypedValue.Null(VariableType.Default));
    }

    [Fact]
    public void Scalars_are_inferred_and_nothing_else()
    {
        Assert.Equal(TypedValue.Null(), TypedValue.Of(null));
        Assert.Equal(TypedValue.Short(1), TypedValue.Of((byte)1));
        Assert.Equal(TypedValue.Integer(1), TypedValue.Of((ushort)1));
        Assert.Equal(TypedValue.Long(1), TypedValue.Of(1U));
        Assert.Equal(TypedValue.Double(0.5), TypedValue.Of(0.5f));
        Assert.Equal(TypedValue.String("1.10"), TypedValue.Of(1.10m));
        Assert.Equal(TypedValue.String("340282366920938463463374607431768211456"), TypedValue.Of(BigInteger.Pow(2, 128)));
        Assert.Equal(TypedValue.String("High"), TypedValue.Of(Risk.High));
        Assert.Equal(TypedValue.String("relative"), TypedValue.Of(new Uri("relative", UriKind.Relative)));
        Assert.Equal(TypedValue.String("PT5S"), TypedValue.Of(TimeSpan.FromSeconds(5)));
        Assert.Equal(TypedValue.Json("""{"a":1}"""), TypedValue.Of(JsonNode.Parse("""{"a":1}""")));
        Assert.Equal(TypedValue.Json("[1]"), TypedValue.Of(JsonDocument.Parse("[1]").RootElement));
        Assert.Equal(TypedValue.Bytes((byte[])[1]), TypedValue.Of(new byte[] { 1 }));
        Assert.Equal(TypedValue.Integer(5), TypedValue.Of(TypedValue.Integer(5)));
        Assert.Throws<ArgumentException>(() => TypedValue.Of((Risk)7));
        Assert.Throws<ArgumentException>(() => TypedValue.Of('\uD83D'));
        Assert.Throws<ArgumentException>(() => TypedValue.Of(new List<int>()));
        Assert.Throws<ArgumentException>(() => TypedValue.Of(new Loan("A", 1)));
        Assert.Throws<ArgumentException>(() => TypedValue.Of(default(JsonElement)));
    }

    [Fact]
    public void Values_are_read_like_variables()
    {
        Assert.Equal(5, TypedValue.String("5").Get<int>());
        Assert.Equal(5, TypedValue.Integer(5).Get<int?>());
        Assert.Null(TypedValue.Integer(null).Get<int?>());
        Assert.Null(TypedValue.Null().Get<string>());
        Assert.Equal("a\"b", TypedValue.String("a\"b").Get<string>());
        Assert.Equal(new Loan("A", 1), TypedValue.Json(new Loan("A", 1), TestJson.Default.Loan).GetJson(TestJson.Default.Loan));
        Assert.Null(TypedValue.Json(null).GetJson(TestJson.Default.Loan));
        Assert.Equal("The value is null (Integer) and cannot be read as int.", Assert.Throws<VariableException>(() => TypedValue.Integer(null).Get<int>()).Message);
        Assert.Throws<NotSupportedException>(() => TypedValue.Integer(1).Get<Loan>());
    }

    [Fact]
    public void Case152_The_value_does_not_show_in_logs() => Assert.Equal("String", TypedValue.String("secret").ToString());

    private static void AssertWire(string expected, TypedValue value) => Assert.Equal($"{{\"x\":{expected}}}", Json(v => v.Write("x", value)));
}
