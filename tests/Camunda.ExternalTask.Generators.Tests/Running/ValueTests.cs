using System.Numerics;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Acme.Loan;

namespace Camunda.ExternalTask.Generators.Tests.Running;

using Values = Acme.Loan.Values;

public sealed class ValueTests
{
    private static readonly DateTimeOffset Instant = new(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero);

    [Fact]
    public void Every_type_comes_back_as_it_went()
    {
        var values = Filled();

        var back = Wire.Read<Values>(Wire.Write(values));

        Assert.Equal(values.Boolean, back.Boolean);
        Assert.Equal((values.Byte, values.SByte, values.Short, values.UShort), (back.Byte, back.SByte, back.Short, back.UShort));
        Assert.Equal((values.Int, values.UInt, values.Long, values.ULong), (back.Int, back.UInt, back.Long, back.ULong));
        Assert.Equal((values.Float, values.Double, values.Decimal, values.Char, values.String), (back.Float, back.Double, back.Decimal, back.Char, back.String));
        Assert.Equal((values.Guid, values.Uri, values.TimeSpan, values.BigInteger), (back.Guid, back.Uri, back.TimeSpan, back.BigInteger));
        Assert.Equal((values.DateOnly, values.TimeOnly), (back.DateOnly, back.TimeOnly));
        Assert.Equal((values.DateTimeOffset, values.DateTime, values.Risk), (back.DateTimeOffset, back.DateTime, back.Risk));
        Assert.Equal(values.Bytes, back.Bytes);
        Assert.Equal(values.Memory.ToArray(), back.Memory.ToArray());
        Assert.Equal((values.File.FileName, values.File.MimeType), (back.File.FileName, back.File.MimeType));
        Assert.Equal(values.Element.GetRawText(), back.Element.GetRawText());
        Assert.Equal((values.Node.ToJsonString(), values.Object.ToJsonString(), values.Array.ToJsonString()), (back.Node.ToJsonString(), back.Object.ToJsonString(), back.Array.ToJsonString()));
        Assert.Equal((values.Document.ToString(), values.XElement.ToString()), (back.Document.ToString(), back.XElement.ToString()));
        Assert.Equal((values.Typed, values.Address, values.Point), (back.Typed, back.Address, back.Point));
        Assert.Equal(values.Addresses, back.Addresses);
        Assert.Equal(values.Counts, back.Counts);
        Assert.Equal(values.Tags, back.Tags);
    }

    [Fact]
    public void Collections_of_scalars_come_back_as_they_went()
    {
        var values = new Collections(["a", "b"], [1, 2], [Guid.Empty], ["x"], new() { ["total"] = 1.50m }, new Dictionary<string, bool> { ["urgent"] = true });

        var back = Wire.Read<Collections>(Wire.Write(values));

        Assert.Equal(values.Names, back.Names);
        Assert.Equal(values.Counts, back.Counts);
        Assert.Equal(values.Ids, back.Ids);
        Assert.Equal(values.Codes, back.Codes);
        Assert.Equal(values.Amounts, back.Amounts);
        Assert.Equal(values.Flags, back.Flags);
    }

    [Theory]
    [InlineData("boolean", "Boolean")]
    [InlineData("byte", "Short")]
    [InlineData("uShort", "Integer")]
    [InlineData("uInt", "Long")]
    [InlineData("uLong", "String")]
    [InlineData("float", "Double")]
    [InlineData("decimal", "String")]
    [InlineData("dateOnly", "String")]
    [InlineData("bigInteger", "String")]
    [InlineData("dateTime", "Date")]
    [InlineData("risk", "String")]
    [InlineData("memory", "Bytes")]
    [InlineData("file", "File")]
    [InlineData("element", "Json")]
    [InlineData("document", "Xml")]
    [InlineData("typed", "Short")]
    [InlineData("addresses", "Json")]
    public void Types_are_written_as_the_table_says(string name, string type) => Assert.Equal(type, Wire.Type(Wire.Write(Filled()), name));

    [Fact]
    public void Nulls_are_typed_and_come_back()
    {
        var nulls = new NullableValues(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        var written = Wire.Write(nulls);
        var back = Wire.Read<NullableValues>(written);

        Assert.Equal(nulls with { Typed = back.Typed }, back);
        Assert.True(back.Typed!.IsNull);
        Assert.Equal(["Integer", "String", "Date", "Bytes", "Json", "Json"], new[] { "int", "risk", "dateTime", "memory", "point", "address" }.Select(name => Wire.Type(written, name)));
        Assert.Equal(back with { Typed = null }, Wire.Read<NullableValues>("{}"));
    }

    [Fact]
    public void Optionals_are_written_only_if_they_are_there()
    {
        var none = new OptionalValues(default, default, default, default, default, default, default, default, default, default, default);
        var some = none with { Int = new(null), Known = Risk.High, Point = new Point(1, 2), Addresses = new([new Address("a", 1)]) };

        Assert.Equal("{}", Wire.Write(none));
        Assert.Equal(none, Wire.Read<OptionalValues>("{}"));
        Assert.Equal(["int", "known", "point", "addresses"], Wire.Names(Wire.Write(some)));
        var back = Wire.Read<OptionalValues>(Wire.Write(some));
        Assert.Equal(some with { Addresses = default }, back with { Addresses = default });
        Assert.Equal(some.Addresses.Value, back.Addresses.Value);
    }

    [Fact]
    public void Settings_change_what_is_written()
    {
        var written = new WrittenValues
        {
            Short = 1,
            Integer = 2,
            IntegerAsDouble = 3,
            IntegerAsText = -4,
            LongAsText = long.MaxValue,
            DoubleAsText = 0.1,
            FloatAsText = 0.1f,
            Decimal = 1.5m,
            Json = """{"a":1}""",
            Object = new("Main", 1),
            Point = new(1, 2),
            Risk = Risk.High,
            Note = "n",
        };

        Assert.Equal(
            """{"short":{"type":"Integer","value":1},"integer":{"type":"Long","value":2},"integerAsDouble":{"type":"Double","value":3},"integerAsText":{"type":"String","value":"-4"},"longAsText":{"type":"String","value":"9223372036854775807"},"doubleAsText":{"type":"String","value":"0.1"},"floatAsText":{"type":"String","value":"0.1"},"decimal":{"type":"Double","value":1.5},"json":{"type":"Json","value":"{\u0022a\u0022:1}","valueInfo":{"transient":true}},"xml":{"type":"Xml","value":"\u003Ca/\u003E"},"object":{"type":"Object","value":"{\u0022Street\u0022:\u0022Main\u0022,\u0022Number\u0022:1}","valueInfo":{"objectTypeName":"com.acme.Address","serializationDataFormat":"application/json"}},"point":{"type":"Object","value":"{\u0022X\u0022:1,\u0022Y\u0022:2}","valueInfo":{"objectTypeName":"com.acme.Point","serializationDataFormat":"application/json","transient":true}}}""",
            Wire.Write(written));
        Assert.Equal(
            """{"risk":{"type":"String","value":"very-high","valueInfo":{"transient":true}},"note":{"type":"String","value":"n"}}""",
            Wire.WriteLocal(written));
    }

    [Fact]
    public void Enum_without_a_name_is_refused_both_ways()
    {
        var written = Assert.Throws<VariableException>(() => Wire.WriteLocal(new WrittenValues { Risk = (Risk)99 }));
        var read = Assert.Throws<VariableException>(() => Wire.Read<NullableValues>("""{"risk":{"type":"String","value":"High"}}"""));

        Assert.Equal(("risk", "risk"), (written.VariableName, read.VariableName));
        Assert.DoesNotContain("99", written.Message);
        Assert.DoesNotContain("High", read.Message);
        Assert.Equal(Risk.High, Wire.Read<NullableValues>("""{"risk":{"type":"String","value":"Highest"}}""").Risk);
    }

    [Theory]
    [InlineData("""{"type":"String","value":"null"}""")]
    [InlineData("""{"type":"Json","value":"null"}""")]
    [InlineData("""{"type":"Json","value":"[]"}""")]
    public void Json_null_and_json_of_another_kind_are_not_an_object(string value)
    {
        var variables = Wire.Write(Filled());
        var broken = JsonNode.Parse(variables)!.AsObject();
        broken["object"] = JsonNode.Parse(value);

        Assert.Equal("object", Assert.Throws<VariableException>(() => Wire.Read<Values>(broken.ToJsonString())).VariableName);
    }

    [Theory]
    [InlineData("number", """{"type":"String","value":"1"}""")]
    [InlineData("text", """{"type":"Integer","value":1}""")]
    public void Strict_refuses_to_convert(string name, string value)
    {
        var variables = JsonNode.Parse("""
            {"number":{"type":"Integer","value":1},"risk":{"type":"String","value":"Low"},"naïve \"name\"\n":{"type":"Json","value":"{\"Street\":\"s\",\"Number\":1}"}}
            """)!.AsObject();
        Assert.Equal(new(1, Risk.Low, new("s", 1), null), Wire.Read<StrictValues>(variables.ToJsonString()));

        variables[name] = JsonNode.Parse(value);

        Assert.Equal(name, Assert.Throws<VariableException>(() => Wire.Read<StrictValues>(variables.ToJsonString())).VariableName);
    }

    private static Values Filled() => new(
        true, 255, -128, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, ulong.MaxValue, 0.1f, double.Epsilon, 1.10m, 'ä', "text",
        new("7b3e0d3c-0f0a-4a0e-9a55-4f4b6c1f2a3b"), new("https://acme.com/a?b=c"), TimeSpan.FromMilliseconds(90_500), new(2026, 1, 2), new(3, 4, 5), BigInteger.Pow(7, 100),
        Instant, Instant.UtcDateTime, Risk.@default, [1, 2], new byte[] { 3 }, new("a.txt", new byte[] { 4 }, "text/plain"), System.Text.Json.JsonDocument.Parse("[1]").RootElement, JsonNode.Parse("1")!,
        JsonNode.Parse("""{"a":1}""")!.AsObject(), JsonNode.Parse("[2]")!.AsArray(), XDocument.Parse("<a/>"), XElement.Parse("<b>c</b>"), TypedValue.Short(7),
        new("Main", 1), new(1, 2), [new("Side", 2)], new() { ["a"] = 1, ["b"] = null }, ["x", "y"]);
}
