using Acme.Loan;

namespace Camunda.ExternalTask.Generators.Tests.Running;

public sealed class PresenceTests
{
    private const string Positional = """
        "needed":{"type":"String","value":"n"},"neededNumber":{"type":"Integer","value":1}
        """;

    private const string Class = """
        "needed":{"type":"String","value":"n"},"neededOrNull":{"type":"Null","value":null},"neededNumberOrNull":{"type":"Null","value":null},
        "forgiven":{"type":"String","value":"f"},"neededNumber":{"type":"Integer","value":1},"written":{"type":"Integer","value":2}
        """;

    [Fact]
    public void Absent_variables_leave_defaults()
    {
        var input = Wire.Read<PositionalPresence>($"{{{Positional}}}");

        Assert.Equal(
            new("n", 1, null, null, Optional<string?>.Absent, Optional<int?>.Absent),
            input);
        Assert.Equal((42, 1.5, 9.99m, DayOfWeek.Friday, (DayOfWeek)42), (input.Number, input.Rate, input.Price, input.Day, input.Odd));
        Assert.Equal(('\'', long.MinValue, Guid.Empty, "\"\n"), (input.Letter, input.Big, input.Id, input.Quoted));
        Assert.True(float.IsNaN(input.Not));
    }

    [Fact]
    public void Nullable_takes_null_instead_of_its_default()
    {
        var input = Wire.Read<PositionalPresence>($$"""{ {{Positional}},"rate":{"type":"Null","value":null},"quoted":{"type":"String","value":null} }""");

        Assert.Null(input.Rate);
        Assert.Null(input.Quoted);
    }

    [Fact]
    public void Non_nullable_refuses_null_even_with_a_default()
    {
        var exception = Assert.Throws<VariableException>(
            () => Wire.Read<PositionalPresence>($$"""{ {{Positional}},"text":{"type":"Null","value":null} }"""));

        Assert.Equal("text", exception.VariableName);
    }

    [Fact]
    public void Optional_tells_null_from_absent()
    {
        var input = Wire.Read<PositionalPresence>(
            $$"""{ {{Positional}},"optional":{"type":"Null","value":null},"optionalNumber":{"type":"Null","value":null},"optionalPlain":{"type":"Integer","value":0} }""");

        Assert.Equal(new Optional<string?>(null), input.Optional);
        Assert.Equal(new Optional<int?>(null), input.OptionalNumber);
        Assert.Equal(new Optional<int>(0), input.OptionalPlain);
    }

    [Theory]
    [InlineData("""{"neededNumber":{"type":"Integer","value":1}}""", "needed", "string")]
    [InlineData("""{"needed":{"type":"String","value":"n"}}""", "neededNumber", "int")]
    [Trait("Situation", "41")]
    public void Missing_variable_is_named(string variables, string name, string wanted)
    {
        var exception = Assert.Throws<VariableException>(() => Wire.Read<PositionalPresence>(variables));

        Assert.Equal((name, wanted), (exception.VariableName, exception.WantedType));
    }

    [Fact]
    public void Unknown_variables_are_passed_over_and_the_last_of_two_counts()
    {
        var input = Wire.Read<PositionalPresence>(
            $$"""{ "other":{"type":"Json","value":"{}"},{{Positional}},"needed":{"type":"String","value":"last"} }""");

        Assert.Equal("last", input.Needed);
    }

    [Fact]
    public void Class_keeps_its_initializers()
    {
        var input = Wire.Read<ClassPresence>($"{{{Class}}}");

        Assert.Equal(("n", "f", 1, 2, "text", "", 42), (input.Needed, input.Forgiven, input.NeededNumber, input.Written, input.Text, input.Empty, input.Number));
        Assert.Equal((Guid.AllBitsSet, Guid.AllBitsSet, TimeSpan.FromMinutes(1)), (input.Id, input.SetId, input.Time));
        Assert.Equal(new Optional<int>(7), input.Preset);
        Assert.Equal(Optional<string>.Absent, input.Optional);
        Assert.Null(input.NeededOrNull);
        Assert.Null(input.NeededNumberOrNull);
        Assert.Null(input.Marked);
        Assert.Empty(input.Kept);
    }

    [Fact]
    public void Variables_replace_initializers_also_of_init_properties()
    {
        var input = Wire.Read<ClassPresence>(
            $$"""
            { {{Class}},"id":{"type":"String","value":"00000000-0000-0000-0000-000000000001"},"setId":{"type":"String","value":"00000000-0000-0000-0000-000000000002"},
            "time":{"type":"Null","value":null},"preset":{"type":"Integer","value":8},"marked":{"type":"Integer","value":9},"number":{"type":"String","value":"10"} }
            """);

        Assert.Equal((new(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8])), (Swap(input.Id), Swap(input.SetId)));
        Assert.Null(input.Time);
        Assert.Equal((new Optional<int>(8), 9, 10), (input.Preset, input.Marked, input.Number));

        static Guid Swap(Guid id) => new(id.ToByteArray()[15], 0, 0, new byte[8]);
    }

    [Theory]
    [InlineData("neededOrNull")]
    [InlineData("neededNumberOrNull")]
    public void Required_nullable_has_to_be_there(string name)
    {
        var exception = Assert.Throws<VariableException>(() => Wire.Read<ClassPresence>($"{{{Class.Replace(name, "other")}}}"));

        Assert.Equal(name, exception.VariableName);
    }

    [Fact]
    public void Record_and_struct_keep_or_replace_initializers()
    {
        const string Id = """ "id":{"type":"String","value":"00000000-0000-0000-0000-000000000000"} """;

        Assert.Equal(new RecordPresence { Number = 1 }, Wire.Read<RecordPresence>("""{"number":{"type":"Integer","value":1}}"""));
        Assert.Equal(
            new RecordPresence { Number = 1, Id = Guid.Empty, Day = new(2026, 1, 2) },
            Wire.Read<RecordPresence>($$"""{"number":{"type":"Integer","value":1},{{Id}},"day":{"type":"String","value":"2026-01-02"} }"""));
        Assert.Equal(new StructPresence(), Wire.Read<StructPresence>("{}"));
        Assert.Equal(new StructPresence { Id = Guid.Empty, Number = 3 }, Wire.Read<StructPresence>($$"""{ {{Id}},"number":{"type":"Integer","value":3} }"""));
    }

    [Fact]
    public void Private_constructors_and_base_properties_are_filled()
    {
        var constructed = Wire.Read<ConstructedPresence>("""{"name":{"type":"String","value":"n"},"count":{"type":"Integer","value":1},"note":{"type":"String","value":"x"}}""");
        var derived = Wire.Read<DerivedPresence>("""{"name":{"type":"String","value":"n"},"other":{"type":"String","value":"o"}}""");

        Assert.Equal(("n", 1, "x"), (constructed.Name, constructed.Count, constructed.Note));
        Assert.Equal(new DerivedPresence("n", "o") { Count = 3 }, derived);
        Assert.Equal(["name", "other", "count"], TaskInputDescriptor.Of<DerivedPresence>().Variables);
    }

    [Fact]
    public void Inherited_init_properties_are_reached()
    {
        const string Id = """ "id":{"type":"String","value":"00000000-0000-0000-0000-000000000000"} """;

        var absent = Wire.Read<DerivedInitialized>("{}");
        var present = Wire.Read<DerivedInitialized>($$"""{ {{Id}},{{Id.Replace("\"id\"", "\"other\"")}} }""");

        Assert.Equal((Guid.AllBitsSet, Guid.AllBitsSet), (absent.Id, absent.Other));
        Assert.Equal((Guid.Empty, Guid.Empty), (present.Id, present.Other));
    }

    [Fact]
    public void Required_properties_of_a_constructor_are_set()
    {
        const string Variables = """{"name":{"type":"String","value":"n"},"hidden":{"type":"String","value":"h"}}""";

        var constructed = Wire.Read<RequiredAndConstructed>(Variables);

        Assert.Equal(("n", 1, "h"), (constructed.Name, constructed.Count, constructed.Hidden));
        Assert.Equal("n", Wire.Read<RequiredAndSet>(Variables).Name);
    }

    [Fact]
    public void Input_without_properties_fetches_nothing()
    {
        Assert.Empty(TaskInputDescriptor.Of<NoPresence>().Variables);
        Assert.NotNull(Wire.Read<NoPresence>("""{"a":{"type":"Integer","value":1}}"""));
    }

    [Fact]
    public void Names_that_differ_in_case_only_and_keywords_are_kept_apart()
    {
        var input = Wire.Read<@class.@for>(
            """
            {"string":{"type":"String","value":"s"},"variables":{"type":"String","value":"v"},"task":{"type":"String","value":"t"},
            "int":{"type":"Integer","value":1},"Int":{"type":"Integer","value":2},"INT":{"type":"Integer","value":3}}
            """);

        Assert.Equal(("s", "v", "t", 1, 2, 3), (input.@string, input.variables, input.task, input.@int, input.Int, input.INT));
    }
}
