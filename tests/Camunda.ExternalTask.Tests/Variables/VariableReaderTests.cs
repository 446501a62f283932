using System.Text;
using System.Text.Json;

namespace Camunda.ExternalTask.Tests.Variables;

public class VariableReaderTests
{
    /// <summary>Every form as an engine of version 7.24 sends it.</summary>
    internal const string EveryForm = """
        {"bool":{"type":"Boolean","value":true,"valueInfo":{}},"short":{"type":"Short","value":12,"valueInfo":{}},
        "int":{"type":"Integer","value":42,"valueInfo":{}},"long":{"type":"Long","value":9007199254740993,"valueInfo":{}},
        "double":{"type":"Double","value":3.5,"valueInfo":{}},"whole":{"type":"Double","value":3.0,"valueInfo":{}},
        "nan":{"type":"Double","value":"NaN","valueInfo":{}},"ninf":{"type":"Double","value":"-Infinity","valueInfo":{}},
        "str":{"type":"String","value":"héllo","valueInfo":{}},"date":{"type":"Date","value":"2024-02-29T07:04:56.789+0000","valueInfo":{}},
        "bytes":{"type":"Bytes","value":"AAH/","valueInfo":{}},"nul":{"type":"Null","value":null,"valueInfo":{}},
        "nint":{"type":"Integer","value":null,"valueInfo":{}},"ndate":{"type":"Date","value":null,"valueInfo":{}},
        "json":{"type":"Json","value":"{\"a\":1}","valueInfo":{}},"xml":{"type":"Xml","value":"<a>1</a>","valueInfo":{}},
        "obj":{"type":"Object","value":"{\"a\":1}","valueInfo":{"objectTypeName":"com.example.Foo","serializationDataFormat":"application/json"}},
        "objx":{"type":"Object","value":"<a/>","valueInfo":{"objectTypeName":"com.example.Foo","serializationDataFormat":"application/xml"}},
        "nobj":{"type":"Object","value":null,"valueInfo":{"objectTypeName":"com.example.Foo","serializationDataFormat":"application/json"}},
        "map":{"type":"Object","value":"{\"x\":1}","valueInfo":{"objectTypeName":"java.util.LinkedHashMap<java.lang.Object,java.lang.Object>","serializationDataFormat":"application/json"}},
        "big":{"type":"Object","value":"12345678901234567890","valueInfo":{"objectTypeName":"java.math.BigInteger","serializationDataFormat":"application/json"}},
        "file":{"type":"File","value":null,"valueInfo":{"encoding":"UTF-8","filename":"a.txt","mimeType":"text/plain"}}}
        """;

    [Fact]
    public void Every_form_in_one_pass()
    {
        var read = new List<object?>();
        var variables = new VariableReader(Encoding.UTF8.GetBytes(EveryForm));
        while (variables.MoveNext())
        {
            read.Add(variables.Name switch
            {
                _ when variables.IsNull => $"null {variables.TypeName}",
                "bool" => variables.Read<bool>(strict: true),
                "short" => variables.Read<short>(strict: true),
                "int" => variables.Read<int>(strict: true),
                "long" => variables.Read<long>(strict: true),
                "double" or "whole" or "nan" or "ninf" => variables.Read<double>(strict: true),
                "str" => variables.Read<string>(strict: true),
                "date" => variables.Read<DateTimeOffset>(strict: true),
                "bytes" => Convert.ToHexString(variables.Read<byte[]>(strict: true)),
                "json" or "obj" => variables.ReadJsonElement().GetProperty("a").GetInt32(),
                "xml" or "objx" => variables.ReadXElement().ToString(),
                "map" => variables.ReadJson(TestJson.Default.DictionaryStringInt32)!["x"],
                "big" => variables.Read<decimal>(),
                _ => variables.Type,
            });
        }

        Assert.Equal(
            [true, (short)12, 42, 9007199254740993, 3.5, 3.0, double.NaN, double.NegativeInfinity, "héllo",
             new DateTimeOffset(2024, 2, 29, 7, 4, 56, 789, TimeSpan.Zero), "0001FF", "null Null", "null Integer", "null Date", 1, "<a>1</a>", 1, "<a />",
             "null Object", 1, 12345678901234567890m, VariableType.File],
            read);
        Assert.False(variables.MoveNext());
    }

    [Fact]
    public void Case023_Keys_come_in_any_order_and_unknown_ones_are_skipped()
    {
        var variables = new VariableReader("""{"a":{"extra":{"value":1,"type":"Short"},"valueInfo":null,"value":{"value":[5]},"more":[1],"type":"object"},"b":{"value":2}}"""u8);
        Assert.True(variables.MoveNext());
        Assert.True(variables.NameEquals("a"u8));
        Assert.Equal(VariableType.Object, variables.Type);
        Assert.Equal("""{"value":[5]}""", variables.Read<string>());
        Assert.True(variables.MoveNext());
        Assert.Equal(2, variables.Read<int>());
        Assert.Equal("", variables.TypeName);
        Assert.False(variables.MoveNext());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    public void No_variables(string json) => Assert.False(new VariableReader(Encoding.UTF8.GetBytes(json)).MoveNext());

    [Fact]
    public void Names_are_case_sensitive_and_may_be_escaped()
    {
        var variables = new VariableReader("""{"Score":{},"a\"\u00e9\uD83D\uDE00":{},"":null}"""u8);
        variables.MoveNext();
        Assert.False(variables.NameEquals("score"u8));
        variables.MoveNext();
        Assert.True(variables.NameEquals("a\"é😀"u8));
        Assert.False(variables.NameEquals("a\"é"u8));
        Assert.Equal("a\"é😀", variables.Name);
        variables.MoveNext();
        Assert.True(variables.NameEquals(""u8));
        Assert.True(variables.IsNull);
    }

    [Fact]
    public void Case092_An_unknown_type_affects_nothing_else()
    {
        var variables = new VariableReader("""{"w":{"type":"Weird","value":{"a":[1,2]}},"i":{"type":"Integer","value":1}}"""u8);
        variables.MoveNext();
        Assert.Equal(VariableType.Default, variables.Type);
        Assert.Equal("Weird", variables.TypeName);
        variables.MoveNext();
        Assert.Equal(1, variables.Read<int>());
    }

    [Theory]
    [InlineData("""{"a":5}""")]
    [InlineData("""{"a":{"value":1}""")]
    [InlineData("{")]
    public void Broken_json_is_reported(string json) => Assert.ThrowsAny<JsonException>(() =>
    {
        var variables = new VariableReader(Encoding.UTF8.GetBytes(json));
        while (variables.MoveNext())
        {
        }
    });

    [Fact]
    [Trait("Situation", "47")]
    public void A_file_without_content_is_not_null_but_one_without_a_name_is()
    {
        var variables = new VariableReader("""{"f":{"type":"File","value":null,"valueInfo":{"filename":"a"}},"n":{"type":"File","value":null,"valueInfo":{}}}"""u8);
        variables.MoveNext();
        Assert.False(variables.IsNull);
        variables.MoveNext();
        Assert.True(variables.IsNull);
    }

    [Fact]
    public void Messages_name_variable_received_and_wanted()
    {
        var missing = VariableException.Missing("customerId", "string");
        Assert.Equal("Variable 'customerId' is missing (expected string). Set it in the process; names are case-sensitive.", missing.Message);
        Assert.Null(missing.ReceivedType);
        Assert.Equal("Variable 'x' is null (Integer) and cannot be read as int.", Reading.Refusal("Integer", "null", v => v.Read<int>()).Message);
        Assert.Equal("Variable 'x' is null and cannot be read as int.", Reading.Refusal("Null", "null", v => v.Read<int>()).Message);
        Assert.Equal("Variable 'x' is of type Double and cannot be read as int: its value cannot be converted without loss.", Reading.Refusal("Double", "5.5", v => v.Read<int>()).Message);
        Assert.Equal("Variable 'x' is of type String and cannot be read as Risk: its value is not one of the known values.", Reading.Value("String", "\"odd\"", v => v.NotReadable("Risk")).Message);
        Assert.Equal("Variable 'x' is of type Integer and cannot be read as Risk.", Reading.Value("Integer", "1", v => v.NotReadable("Risk")).Message);
    }

    [Fact]
    public void Only_the_values_are_allocated()
    {
        var json = """{"customerId":{"type":"String","value":"C-4711","valueInfo":{}},"amount":{"type":"Double","value":1250.5,"valueInfo":{}},"term":{"type":"String","value":"36","valueInfo":{}}}"""u8;
        Read(json);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (customer, amount, term) = Read(json);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(("C-4711", 1250.5, 36), (customer, amount, term));

        // One string of six characters: object header, length, characters and terminator, rounded up to 8 bytes.
        Assert.Equal(40, allocated);
    }

    private static (string? Customer, double Amount, int Term) Read(ReadOnlySpan<byte> json)
    {
        string? customer = null;
        var amount = 0.0;
        var term = 0;
        var variables = new VariableReader(json);
        while (variables.MoveNext())
        {
            if (variables.NameEquals("customerId"u8))
            {
                customer = variables.Read<string>();
            }
            else if (variables.NameEquals("amount"u8))
            {
                amount = variables.Read<double>();
            }
            else if (variables.NameEquals("term"u8))
            {
                term = variables.Read<int>();
            }
        }

        return (customer, amount, term);
    }
}
