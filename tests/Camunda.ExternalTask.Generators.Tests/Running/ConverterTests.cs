using Acme.Loan;
using Camunda.ExternalTask.Generated;
using Clocks;

namespace Camunda.ExternalTask.Generators.Tests.Running;

public sealed class ConverterTests
{
    private const string Everything = """
        {"price":{"type":"String","value":"9.50 EUR"},"start":{"type":"Long","value":7},"fine":{"type":"Integer","value":7},"cents":{"type":"Long","value":1250},
        "rights":{"type":"Integer","value":3},"shape":{"type":"Double","value":2.5},"pair":{"type":"Integer","value":4},
        "receipt":{"type":"Object","value":"<receipt><number>R1<\/number><total>1.10<\/total><\/receipt>","valueInfo":{"objectTypeName":"com.example.Receipt","serializationDataFormat":"application/xml"}},
        "local":{"type":"String","value":"1 CHF"}}
        """;

    [Fact]
    public void The_property_s_converter_wins_over_the_type_s_and_that_over_the_assembly_s()
    {
        var read = Wire.Read<Converted>(Everything);

        Assert.Equal((new Money(9.50m, "EUR"), new Moment(7), new Moment(7000), 12.50m), (read.Price, read.Start, read.Fine, read.Cents));
        Assert.Equal((Rights.Read | Rights.Write, 2.5, new Pair<int>(4, 4)), (read.Rights, read.Shape.Area, read.Pair));
        Assert.Equal((null, null, null), (read.NoPrice, read.End, read.NoCents));
        Assert.Equal((false, false, Rights.Read, 1.5m), (read.Fee.HasValue, read.Pause.HasValue, read.Default, read.Rate));
    }

    [Fact]
    public void Values_come_back_as_they_went()
    {
        var values = Wire.Read<Converted>(Everything) with { NoPrice = new(1, "USD"), Fee = new Money(0, "EUR"), End = new Moment(8), Pause = new(new Moment(9)), NoCents = 0.01m, Rate = 2 };

        var written = Wire.Write(values);

        Assert.Equal(["String", "Long", "Long", "Integer", "Double"], new[] { "fee", "end", "noCents", "rights", "shape" }.Select(name => Wire.Type(written, name)));
        Assert.Equal(("0 EUR", "8", "1", "200"), (Wire.Value(written, "fee"), Wire.Value(written, "end"), Wire.Value(written, "noCents"), Wire.Value(written, "rate")));
        var local = Wire.WriteLocal(values);
        Assert.Contains("""
            "local":{"type":"String","value":"1 CHF","valueInfo":{"transient":true}}
            """, local, StringComparison.Ordinal);
        Assert.Equal(values, Wire.Read<Converted>($"{written[..^1]},{local[1..]}"));
    }

    [Fact]
    public void Null_is_read_and_written_without_the_converter()
    {
        var read = Wire.Read<Converted>(Everything.Insert(1, """
            "noPrice":{"type":"String","value":null},"fee":{"type":"Null","value":null},"end":{"type":"Long","value":null},"pause":{"type":"Null","value":null},
            """));

        Assert.Equal((null, true, null, null, true, null), (read.NoPrice, read.Fee.HasValue, read.Fee.Value, read.End, read.Pause.HasValue, read.Pause.Value));
        var written = Wire.Write(read);
        Assert.All(["noPrice", "fee", "end", "pause", "noCents"], name => Assert.Equal(("Null", "null"), (Wire.Type(written, name), Wire.Value(written, name))));
    }

    [Theory]
    [InlineData("""{"price":{"type":"String","value":null}}""", "Variable 'price' is null (String) and cannot be read as Money.", null)]
    [InlineData("{}", "Variable 'price' is missing (expected Money). Set it in the process; names are case-sensitive.", null)]
    [InlineData("""{"price":{"type":"Bytes","value":"c2VjcmV0"}}""", "Variable 'price' is of type Bytes and cannot be read as Money: MoneyConverter failed to read it.", typeof(VariableException))]
    [InlineData("""{"price":{"type":"String","value":"secret"}}""", "Variable 'price' is of type String and cannot be read as Money: MoneyConverter failed to read it.", typeof(FormatException))]
    public void What_cannot_be_read_names_variable_and_types(string variables, string message, Type? inner)
    {
        var refused = Assert.Throws<VariableException>(() => Wire.Read<Converted>(variables));

        Assert.Equal((message, "price", "Money", inner), (refused.Message, refused.VariableName, refused.WantedType, refused.InnerException?.GetType()));
    }

    [Fact]
    public void What_cannot_be_written_names_the_variable_and_not_the_value()
    {
        var output = Wire.Read<Converted>(Everything) with { Price = new(-7654321, "EUR") };

        var refused = Assert.Throws<VariableException>(() => Wire.Write(output));

        Assert.Equal(("Variable 'price' cannot be written: MoneyConverter failed to write this Money.", "price"), (refused.Message, refused.VariableName));
        Assert.IsType<ArgumentException>(refused.InnerException);
    }

    [Fact]
    public void Errors_have_converters_too()
    {
        var written = Wire.WriteError(new TooDear(new(5, "EUR"), null));

        Assert.Equal("""{"asked":{"type":"String","value":"5 EUR","valueInfo":{"transient":true}},"since":{"type":"Null","value":null}}""", written);
    }

    [Fact]
    public void A_class_of_the_type_s_own_makes_objects_of_its_values()
    {
        var beans = new Beans(new("Ann"), null, null, new("Ben"), new("Cem"), new(3), new(new Customer("Dan")), [new("Eve")]);

        var written = Wire.Write(beans);

        Assert.Equal(
            ["Object", "Object", "Null", "Json", "Object", "Object", "Object", "Json"],
            new[] { "customer", "nobody", "nowhere", "plain", "person", "spot", "fleeting", "all" }.Select(name => Wire.Type(written, name)));
        Assert.Contains("""{"objectTypeName":"com.example.Customer","serializationDataFormat":"application/json"}""", written, StringComparison.Ordinal);
        Assert.Contains("""{"objectTypeName":"com.example.Person","serializationDataFormat":"application/json"}""", written, StringComparison.Ordinal);
        Assert.Contains("""{"objectTypeName":"com.example.Spot","serializationDataFormat":"application/json"}""", written, StringComparison.Ordinal);
        var back = Wire.Read<Beans>(written);
        Assert.Equal(beans with { All = back.All }, back);
        Assert.Equal(beans.All, back.All);
    }

    [Fact]
    public void A_handler_asks_the_engine_to_deserialize()
    {
        Assert.True(Descriptor<ReadBeans>().DeserializeValues);
        Assert.False(Descriptor<CheckCreditScore>().DeserializeValues);

        static HandlerDescriptor Descriptor<THandler>()
            where THandler : class, IExternalTaskHandler<THandler> => THandler.Descriptor;
    }
}
