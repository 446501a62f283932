using System.Globalization;
using System.Numerics;
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
        Assert.Equal(5, Value(type, value, v => v.Read<int>()));
        Assert.Equal(5L, Value(type, value, v => v.Read<long>()));
        Assert.Equal((byte)5, Value(type, value, v => v.Read<byte>()));
        Assert.Equal((sbyte)5, Value(type, value, v => v.Read<sbyte>()));
        Assert.Equal((short)5, Value(type, value, v => v.Read<short>()));
        Assert.Equal((ushort)5, Value(type, value, v => v.Read<ushort>()));
        Assert.Equal(5U, Value(type, value, v => v.Read<uint>()));
        Assert.Equal(5UL, Value(type, value, v => v.Read<ulong>()));
        Assert.Equal(5.0, Value(type, value, v => v.Read<double>()));
        Assert.Equal(5f, Value(type, value, v => v.Read<float>()));
        Assert.Equal(5m, Value(type, value, v => v.Read<decimal>()));
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
    [Trait("Situation", "41")]
    public void Whatever_is_not_an_int_is_refused(string type, string value) => Refusal(type, value, v => v.Read<int>());

    [Fact]
    [Trait("Situation", "46")]
    public void Limits_are_exact()
    {
        Assert.Equal(9007199254740993, Value("Long", "9007199254740993", v => v.Read<long>()));
        Assert.Equal(long.MaxValue, Value("Long", "9223372036854775807", v => v.Read<long>()));
        Assert.Equal(long.MinValue, Value("String", "\"-9223372036854775808\"", v => v.Read<long>()));
        Assert.Equal(ulong.MaxValue, Value("String", "\"18446744073709551615\"", v => v.Read<ulong>()));
        Assert.Equal(long.MaxValue, Value("String", "\"9223372036854775807.0\"", v => v.Read<long>()));
        Refusal("String", "\"9223372036854775808\"", v => v.Read<long>());
        Refusal("String", "\"18446744073709551616\"", v => v.Read<ulong>());
        Refusal("Integer", "-1", v => v.Read<ulong>());
        Refusal("Integer", "256", v => v.Read<byte>());
        Refusal("Integer", "-129", v => v.Read<sbyte>());
        Refusal("Integer", "40000", v => v.Read<short>());
        Refusal("Integer", "-1", v => v.Read<ushort>());
        Refusal("Long", "4294967296", v => v.Read<uint>());
    }

    [Fact]
    public void A_big_integer_object_is_read_as_text_and_deserialized()
    {
        const string info = """{"objectTypeName":"java.math.BigInteger","serializationDataFormat":"application/json"}""";
        Assert.Equal(12345678901234567890, Value("Object", "\"12345678901234567890\"", v => v.Read<ulong>(), info));
        Assert.Equal(12345678901234567890m, Value("Object", "12345678901234567890", v => v.Read<decimal>(), info));
        Refusal("Object", "\"12345678901234567890\"", v => v.Read<long>(), info);
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
    public void Doubles(string type, string value, double expected) => Assert.Equal(expected, Value(type, value, v => v.Read<double>()));

    [Theory]
    [InlineData("Long", "9007199254740993")]
    [InlineData("String", "\"9007199254740993\"")]
    [InlineData("String", "\"0.12345678901234567890\"")]
    [InlineData("String", "\"1e400\"")]
    [InlineData("String", "\"nan\"")]
    [InlineData("String", "\"∞\"")]
    [InlineData("Json", "\"NaN\"")]
    [InlineData("Boolean", "true")]
    [Trait("Situation", "46")]
    public void A_double_is_never_rounded_to(string type, string value) => Refusal(type, value, v => v.Read<double>());

    [Fact]
    public void A_float_takes_what_it_holds_and_its_own_text()
    {
        Assert.Equal(0.1f, Value("Double", "0.1", v => v.Read<float>()));
        Assert.Equal(0.1f, Value("Double", "0.10000000149011612", v => v.Read<float>()));
        Assert.Equal(float.NaN, Value("Double", "\"NaN\"", v => v.Read<float>()));
        Assert.Equal(float.PositiveInfinity, Value("Double", "\"Infinity\"", v => v.Read<float>()));
        Refusal("Double", "3.141592653589793", v => v.Read<float>());
        Refusal("Double", "1e300", v => v.Read<float>());
        Refusal("Integer", "16777217", v => v.Read<float>());
    }

    [Theory]
    [InlineData("String", "\"1.10\"", "1.10")]
    [InlineData("String", "\"79228162514264337593543950335\"", "79228162514264337593543950335")]
    [InlineData("String", "\"0.0000000000000000000000000001\"", "0.0000000000000000000000000001")]
    [InlineData("Double", "0.1", "0.1")]
    [InlineData("Double", "1.5E3", "1500")]
    [InlineData("Long", "9223372036854775807", "9223372036854775807")]
    public void Decimals_are_exact(string type, string value, string expected) =>
        Assert.Equal(expected, Value(type, value, v => v.Read<decimal>()).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"0.00000000000000000000000000001\"")]
    [InlineData("\"1.00000000000000000000000000001\"")]
    [InlineData("\"79228162514264337593543950336\"")]
    [InlineData("\"1e-29\"")]
    [InlineData("\"NaN\"")]
    public void A_decimal_is_never_rounded_to(string value) => Refusal("String", value, v => v.Read<decimal>());

    [Fact]
    public void Truth_values()
    {
        Assert.True(Value("Boolean", "true", v => v.Read<bool>()));
        Assert.False(Value("Boolean", "false", v => v.Read<bool>()));
        Assert.True(Value("String", "\"TRUE\"", v => v.Read<bool>()));
        Assert.False(Value("String", "\"False\"", v => v.Read<bool>()));
        Assert.True(Value("Json", "\"true\"", v => v.Read<bool>()));
        Refusal("Integer", "1", v => v.Read<bool>());
        Refusal("String", "\"yes\"", v => v.Read<bool>());
        Refusal("String", "\"1\"", v => v.Read<bool>());
        Refusal("Boolean", "null", v => v.Read<bool>());
    }

    [Fact]
    public void Strict_takes_only_the_type_that_is_written()
    {
        Assert.Equal(5, Value("Integer", "5", v => v.Read<int>(strict: true)));
        Assert.Equal(5L, Value("Long", "5", v => v.Read<long>(strict: true)));
        Assert.Equal((short)5, Value("Short", "5", v => v.Read<short>(strict: true)));
        Assert.Equal(5.0, Value("Double", "5.0", v => v.Read<double>(strict: true)));
        Assert.Equal(5m, Value("String", "\"5\"", v => v.Read<decimal>(strict: true)));
        Assert.True(Value("Boolean", "true", v => v.Read<bool>(strict: true)));
        Refusal("Short", "5", v => v.Read<int>(strict: true));
        Refusal("Integer", "5", v => v.Read<long>(strict: true));
        Refusal("Long", "5", v => v.Read<double>(strict: true));
        Refusal("Double", "5.0", v => v.Read<decimal>(strict: true));
        Refusal("String", "\"true\"", v => v.Read<bool>(strict: true));
        Refusal("Integer", "5", v => v.Read<string>(strict: true));
        Assert.Equal(
            "Variable 'x' is of type String and cannot be read as int: Strict accepts only Integer.",
            Refusal("String", "\"5\"", v => v.Read<int>(strict: true)).Message);
    }

    [Theory]
    [InlineData("Long", "9223372036854775807", "9223372036854775807")]
    [InlineData("Double", "5.0", "5")]
    [InlineData("Double", "1.5E20", "150000000000000000000")]
    [InlineData("String", "\" -98765432109876543210987654321098765432109876543210 \"", "-98765432109876543210987654321098765432109876543210")]
    [InlineData("Json", "\"12345678901234567890\"", "12345678901234567890")]
    public void Whole_numbers_of_any_size_are_exact(string type, string value, string expected) =>
        Assert.Equal(BigInteger.Parse(expected, CultureInfo.InvariantCulture), Value(type, value, v => v.Read<BigInteger>()));

    [Theory]
    [InlineData("Double", "5.5")]
    [InlineData("String", "\"\"")]
    [InlineData("String", "\"0x10\"")]
    [InlineData("String", "\"1 000\"")]
    [InlineData("Boolean", "true")]
    [InlineData("Null", "null")]
    public void What_is_not_a_whole_number_is_not_a_big_one(string type, string value) => Refusal(type, value, v => v.Read<BigInteger>());

    [Fact]
    public void Nullable_numbers_read_null_as_null()
    {
        Assert.Null(Value("Integer", "null", v => v.Read<int?>()));
        Assert.Equal(5, Value("Integer", "5", v => v.Read<int?>()));
        Refusal("Double", "5.5", v => v.Read<int?>());
    }
}
