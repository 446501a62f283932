using System.Globalization;
using System.Text;

namespace Camunda.ExternalTask.Tests.Variables;

public class VariableConverterTests
{
    [Fact]
    public void A_value_is_converted_both_ways()
    {
        var value = TypedValue.Of<Percent, PercentConverter>(new(12.5m));

        Assert.Equal(TypedValue.String("12.5 %"), value);
        Assert.Equal(new Percent(12.5m), value.Get<Percent, PercentConverter>());
        Assert.Equal(TypedValue.Null(), TypedValue.Of<string, Refusing>(null));
    }

    [Fact]
    public void A_variable_is_converted()
    {
        var variables = Of("""{"rate":{"type":"String","value":"7 %"},"none":{"type":"String","value":null}}""");

        Assert.Equal(new Percent(7), variables.Get<Percent, PercentConverter>("rate"));
        Assert.Equal("Variable 'none' is null (String) and cannot be read as Percent.", Assert.Throws<VariableException>(() => variables.Get<Percent, PercentConverter>("none")).Message);
        Assert.Equal("Variable 'missing' is missing (expected Percent). Set it in the process; names are case-sensitive.", Assert.Throws<VariableException>(() => variables.Get<Percent, PercentConverter>("missing")).Message);
    }

    [Fact]
    public void The_converter_sees_type_infos_and_bytes_as_they_came()
    {
        var read = Of("""{"v":{"type":"Object","value":"<a\/>","valueInfo":{"objectTypeName":"A","serializationDataFormat":"application/xml"}}}""").Get<TypedValue, Passing>("v");

        Assert.Equal(("Object", "\"<a\\/>\"", "application/xml"), (read.TypeName, Encoding.UTF8.GetString(read.ValueJson.Span), read.GetInfo("serializationDataFormat")));
    }

    [Fact]
    public void What_a_converter_throws_gets_a_name_and_stays_inside()
    {
        var variables = Of("""{"rate":{"type":"String","value":"secret"},"number":{"type":"Integer","value":1}}""");

        var unreadable = Assert.Throws<VariableException>(() => variables.Get<Percent, PercentConverter>("rate"));
        var foreign = Assert.Throws<VariableException>(() => variables.Get<string, Refusing>("number"));
        var named = Assert.Throws<VariableException>(() => variables.Get<int, Naming>("number"));
        var nothing = Assert.Throws<VariableException>(() => variables.Get<string, Nothing>("number"));

        Assert.Equal(("rate", "String", "Percent"), (unreadable.VariableName, unreadable.ReceivedType, unreadable.WantedType));
        Assert.Equal("Variable 'rate' is of type String and cannot be read as Percent: PercentConverter failed to read it.", unreadable.Message);
        Assert.IsType<FormatException>(unreadable.InnerException);
        Assert.Equal("Variable 'number' is of type Integer and cannot be read as string: Refusing failed to read it.", foreign.Message);
        Assert.Equal("The value is of type Integer and cannot be read as bool.", foreign.InnerException!.Message);
        Assert.Equal("Variable 'number' is missing (expected its own words). Set it in the process; names are case-sensitive.", named.Message);
        Assert.Equal("Variable 'number' is of type Integer and cannot be read as string: Nothing returned null.", nothing.Message);
    }

    [Fact]
    public void What_cannot_be_written_leaves_the_JSON_as_it_was()
    {
        var json = Writing.Json(writer =>
        {
            var refused = Assert.Throws<VariableException>(() => writer.WriteAs<string, Refusing>("a"u8, "secret"));
            Assert.Equal("Variable 'a' cannot be written: Refusing failed to write this string.", refused.Message);
            Assert.IsType<NotSupportedException>(refused.InnerException);
            Assert.Equal(
                "Variable 'a' cannot be written: Nothing returned null for this string; return TypedValue.Null() to write null.",
                Assert.Throws<VariableException>(() => writer.WriteAs<string, Nothing>("a"u8, "secret")).Message);
            writer.WriteAs<Percent, PercentConverter>("b"u8, new(1), transient: true);
            writer.WriteAs<string, Refusing>("c"u8, null);
            writer.WriteAs<TypedValue, Passing>("d"u8, TypedValue.Null(VariableType.String));
        });

        Assert.Equal(
            """{"b":{"type":"String","value":"1 %","valueInfo":{"transient":true}},"c":{"type":"Null","value":null},"d":{"type":"String","value":null}}""", json);
        Assert.Equal("The value cannot be written: Refusing failed to write this string.", Assert.Throws<VariableException>(() => TypedValue.Of<string, Refusing>("x")).Message);
    }

    private static TaskVariables Of(string json) => new(Encoding.UTF8.GetBytes(json));

    private readonly record struct Percent(decimal Value);

    private readonly struct PercentConverter : IVariableConverter<Percent>
    {
        public static Percent Read(TypedValue value) => new(decimal.Parse(value.Get<string>()!.Split(' ')[0], CultureInfo.InvariantCulture));

        public static TypedValue Write(Percent value) => string.Create(CultureInfo.InvariantCulture, $"{value.Value} %");
    }

    private sealed class Passing : IVariableConverter<TypedValue>
    {
        public static TypedValue Read(TypedValue value) => value;

        public static TypedValue Write(TypedValue value) => value;
    }

    private sealed class Refusing : IVariableConverter<string>
    {
        public static string Read(TypedValue value) => value.Get<bool>().ToString();

        public static TypedValue Write(string value) => throw new NotSupportedException();
    }

    private sealed class Naming : IVariableConverter<int>
    {
        public static int Read(TypedValue value) => throw VariableException.Missing("number", "its own words");

        public static TypedValue Write(int value) => value;
    }

    private sealed class Nothing : IVariableConverter<string>
    {
        public static string Read(TypedValue value) => null!;

        public static TypedValue Write(string value) => null!;
    }
}
