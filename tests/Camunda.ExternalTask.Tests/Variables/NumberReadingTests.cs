using static Camunda.ExternalTask.Tests.Variables.Reading;

namespace Camunda.ExternalTask.Tests.Variables;

public class NumberReadingTests
{
    [Theory]
    [InlineData("Integer", "5")]
    [InlineData("Short", "5")]
    [InlineData("Long", "5")]
    [InlineData("Double", "5.0")]
    [InlineData("Double", "0.5E1")]
    [InlineData("String", "\"5\"")]
    [InlineData("String", "\" 5 \"")]
    [InlineData("String", "\"+5\"")]
    [InlineData("String", "\"5.00\"")]
    [InlineData("String", "\"\\u0035\"")]
    [InlineData("Json", "\"5\"")]
    [InlineData("Weird", "5")]
    public void Whatever_holds_five_is_five(string type, string value)
    {
        Assert.Equal(5, Value(type, value, v => v.ReadInt32()));
        Assert.Equal(5L, Value(type, value, v => v.ReadInt64()));
        Assert.Equal((byte)5, Value(type, value, v => v.ReadByte()));
        Assert.Equal((sbyte)5, Value(type, value, v => v.ReadSByte()));
        Assert.Equal((short)5, Value(type, value, v => v.ReadInt16()));
        Assert.Equal((ushort)5, Value(type, value, v => v.ReadUInt16()));
        Assert.Equal(5U, Value(type, value, v => v.ReadUInt32()));
        Assert.Equal(5UL, Value(type, value, v => v.ReadUInt64()));
        Assert.Equal(5.0, Value(type, value, v => v.ReadDouble()));
        Assert.Equal(5f, Value(type, value, v => v.ReadSingle()));
        Assert.Equal(5m, Value(type, value, v => v.ReadDecimal()));
    }

    [Theory]
    [InlineData("Double", "5.5")]
    [InlineData("Double", "\"NaN\"")]
    [InlineData("Double", "1.0E10")]
    [InlineData("Long", "2147483648")]
    [InlineData("Long", "-2147483649")]
    [InlineData("String", "\"5.5\"")]
    [InlineData("String", "\"\"")]
    [InlineData("String", "\" \"")]
    [InlineData("String", "\"5x\"")]
    [InlineData("String", "\"0x5\"")]
    [InlineData("String", "\"1,000\"")]
    [InlineData("String", "\"5e\"")]
    [InlineData("String", "\".\"")]
    [InlineData("String", "\"--5\"")]
    [InlineData("String", "\"\\ud83d\"")]
    [InlineData("Boolean", "true")]
    [InlineData("Bytes", "\"1234\"")]
    [InlineData("Date", "\"2024\"")]
    [InlineData("Integer", "null")]
    public void Whatever_is_no_int_is_refused(string type, string value) => Refusal(type, value, v => v.ReadInt32());

    [Fact]
    public void Limits_are_exact()
    {
        Assert.Equal(9007199254740993, Value("Long", "9007199254740993", v => v.ReadInt64()));
        Assert.Equal(long.MaxValue, Value("Long", "9223372036854775807", v => v.ReadInt64()));
        Assert.Equal(long.MinValue, Value("String", "\"-9223372036854775808\"", v => v.ReadInt64()));
        Assert.Equal(ulong.MaxValue, Value("String", "\"18446744073709551615\"", v => v.ReadUInt64()));
        Assert.Equal(long.MaxValue, Value("String", "\"9223372036854775807.0\"", v => v.ReadInt64()));
        Refusal("String", "\"9223372036854775808\"", v => v.ReadInt64());
        Refusal("String", "\"18446744073709551616\"", v => v.ReadUInt64());
        Refusal("Integer", "-1", v => v.ReadUInt64());
        Refusal("Integer", "256", v => v.ReadByte());
        Refusal("Integer", "-129", v => v.ReadSByte());
        Refusal("Integer", "40000", v => v.ReadInt16());
        Refusal("Integer", "-1", v => v.ReadUInt16());
        Refusal("Long", "4294967296", v => v.ReadUInt32());
    }

    [Fact]
    public void A_big_integer_object_is_read_as_text_and_deserialized()
    {
        const string info = """{"objectTypeName":"java.math.BigInteger","serializationDataFormat":"application/json"}""";
        Assert.Equal(12345678901234567890, Value("Object", "\"12345678901234567890\"", v => v.ReadUInt64(), info));
        Assert.Equal(12345678901234567890m, Value("Object", "12345678901234567890", v => v.ReadDecimal(), info));
        Refusal("Object", "\"12345678901234567890\"", v => v.ReadInt64(), info);
    }

    [Theory]
    [InlineData("Double", "0.1", 0.1)]
    [InlineData("Double", "1.7976931348623157E308", double.MaxValue)]
    [InlineData("Double", "4.9E-324", double.Epsilon)]
    [InlineData("Double", "3", 3)]
    [InlineData("Double", "\"NaN\"", double.NaN)]
    [InlineData("Double", "\"Infinity\"", double.PositiveInfinity)]
    [InlineData("String", "\"-Infinity\"", double.NegativeInfinity)]
    [InlineData("String", "\"0.1\"", 0.1)]
    [InlineData("String", "\"1e3\"", 1000)]
    [InlineData("String", "\"0.50\"", 0.5)]
    [InlineData("Long", "9007199254740992", 9007199254740992)]
    [InlineData("Long", "1152921504606846976", 1152921504606846976)]
    public void Doubles(string type, string value, double expected) => Assert.Equal(expected, Value(type, value, v => v.ReadDouble()));

    [Theory]
    [InlineData("Long", "9007199254740993")]
    [InlineData("String", "\"9007199254740993\"")]
    [InlineData("String", "\"0.12345678901234567890\"")]
    [InlineData("String", "\"1e400\"")]
    [InlineData("String", "\"nan\"")]
    [InlineData("String", "\"∞\"")]
    [InlineData("Json", "\"NaN\"")]
    [InlineData("Boolean", "true")]
    public void A_double_is_never_rounded_to(string type, string value) => Refusal(type, value, v => v.ReadDouble());

    [Fact]
    public void A_float_takes_what_it_holds_and_its_own_text()
    {
        Assert.Equal(0.1f, Value("Double", "0.1", v => v.ReadSingle()));
        Assert.Equal(0.1f, Value("Double", "0.10000000149011612", v => v.ReadSingle()));
        Assert.Equal(float.NaN, Value("Double", "\"NaN\"", v => v.ReadSingle()));
        Assert.Equal(float.PositiveInfinity, Value("Double", "\"Infinity\"", v => v.ReadSingle()));
        Refusal("Double", "3.141592653589793", v => v.ReadSingle());
        Refusal("Double", "1e300", v => v.ReadSingle());
        Refusal("Integer", "16777217", v => v.ReadSingle());
    }

    [Theory]
    [InlineData("String", "\"1.10\"", "1.10")]
    [InlineData("String", "\"79228162514264337593543950335\"", "79228162514264337593543950335")]
    [InlineData("String", "\"0.0000000000000000000000000001\"", "0.0000000000000000000000000001")]
    [InlineData("Double", "0.1", "0.1")]
    [InlineData("Double", "1.5E3", "1500")]
    [InlineData("Long", "9223372036854775807", "9223372036854775807")]
    public void Decimals_are_exact(string type, string value, string expected) =>
        Assert.Equal(expected, Value(type, value, v => v.ReadDecimal()).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"0.00000000000000000000000000001\"")]
    [InlineData("\"1.00000000000000000000000000001\"")]
    [InlineData("\"79228162514264337593543950336\"")]
    [InlineData("\"1e-29\"")]
    [InlineData("\"NaN\"")]
    public void A_decimal_is_never_rounded_to(string value) => Refusal("String", value, v => v.ReadDecimal());

    [Fact]
    public void Truth_values()
    {
        Assert.True(Value("Boolean", "true", v => v.ReadBoolean()));
        Assert.False(Value("Boolean", "false", v => v.ReadBoolean()));
        Assert.True(Value("String", "\"TRUE\"", v => v.ReadBoolean()));
        Assert.False(Value("String", "\"False\"", v => v.ReadBoolean()));
        Assert.True(Value("Json", "\"true\"", v => v.ReadBoolean()));
        Refusal("Integer", "1", v => v.ReadBoolean());
        Refusal("String", "\"yes\"", v => v.ReadBoolean());
        Refusal("String", "\"1\"", v => v.ReadBoolean());
        Refusal("Boolean", "null", v => v.ReadBoolean());
    }

    [Fact]
    public void Strict_takes_only_the_type_that_is_written()
    {
        Assert.Equal(5, Value("Integer", "5", v => v.ReadInt32(strict: true)));
        Assert.Equal(5L, Value("Long", "5", v => v.ReadInt64(strict: true)));
        Assert.Equal((short)5, Value("Short", "5", v => v.ReadInt16(strict: true)));
        Assert.Equal(5.0, Value("Double", "5.0", v => v.ReadDouble(strict: true)));
        Assert.Equal(5m, Value("String", "\"5\"", v => v.ReadDecimal(strict: true)));
        Assert.True(Value("Boolean", "true", v => v.ReadBoolean(strict: true)));
        Refusal("Short", "5", v => v.ReadInt32(strict: true));
        Refusal("Integer", "5", v => v.ReadInt64(strict: true));
        Refusal("Long", "5", v => v.ReadDouble(strict: true));
        Refusal("Double", "5.0", v => v.ReadDecimal(strict: true));
        Refusal("String", "\"true\"", v => v.ReadBoolean(strict: true));
        Refusal("Integer", "5", v => v.ReadString(strict: true));
        Assert.Equal(
            "Variable 'x' is String, but the input wants int: it is Strict and converts nothing.",
            Refusal("String", "\"5\"", v => v.ReadInt32(strict: true)).Message);
    }
}
