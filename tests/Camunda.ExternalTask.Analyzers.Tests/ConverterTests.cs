using Camunda.ExternalTask.Analyzers.Tests.Verifiers;

namespace Camunda.ExternalTask.Analyzers.Tests;

/// <summary>Converters on types and on the assembly, and what does not go together with one.</summary>
public class ConverterTests
{
    private const string Money = """
        public class AsText : IVariableConverter<Money>
        {
            public static Money Read(TypedValue value) => new(value.Get<decimal>());
            public static TypedValue Write(Money value) => TypedValue.Of(value.Amount);
        }
        public class AsNumber : AsText;
        """;

    [Fact]
    public Task A_type_s_attribute_is_checked_where_it_stands_and_nowhere_else() => RuleTest.RunAsync(
        $$"""
        {{Money}}
        [VariableConverter(typeof(AsText))] public record Money(decimal Amount);
        [VariableConverter({|CET3017:typeof(AsText)|})] public record Price(decimal Amount);
        [VariableConverter({|CET3017:typeof(int[])|})] public record Fee(decimal Amount);
        [TaskInput] public partial record Request(Money Money, Price Price, [VariableConverter({|CET3017:null!|})] Money? None);
        """);

    [Fact]
    public Task A_converter_of_a_generic_type_may_be_for_some_of_its_closed_ones() => RuleTest.RunAsync(
        """
        [VariableConverter(typeof(OfInt))] public record Box<T>(T Value);
        public class OfInt : IVariableConverter<Box<int>>
        {
            public static Box<int> Read(TypedValue value) => new(value.Get<int>());
            public static TypedValue Write(Box<int> value) => TypedValue.Of(value.Value);
        }
        [TaskInput] public partial record Request(Box<int> Number);
        """);

    [Fact]
    public Task A_converter_of_a_nullable_type_is_none() => RuleTest.RunAsync(
        """
        public class OfNullable : IVariableConverter<string?>, IVariableConverter<int?>
        {
            static string? IVariableConverter<string?>.Read(TypedValue value) => null;
            static int? IVariableConverter<int?>.Read(TypedValue value) => null;
            static TypedValue IVariableConverter<string?>.Write(string? value) => TypedValue.Null();
            static TypedValue IVariableConverter<int?>.Write(int? value) => TypedValue.Null();
        }
        [TaskInput] public partial record Request(
            [VariableConverter({|CET3017:typeof(OfNullable)|})] string? Text,
            [VariableConverter({|CET3017:typeof(OfNullable)|})] int? Number);
        """);

    [Fact]
    public Task What_may_be_null_inside_of_a_type_belongs_to_it() => RuleTest.RunAsync(
        """
        public class Joined : IVariableConverter<List<string>>, IVariableConverter<string?[]>
        {
            static List<string> IVariableConverter<List<string>>.Read(TypedValue value) => [];
            static string?[] IVariableConverter<string?[]>.Read(TypedValue value) => [];
            static TypedValue IVariableConverter<List<string>>.Write(List<string> value) => TypedValue.Null();
            static TypedValue IVariableConverter<string?[]>.Write(string?[] value) => TypedValue.Null();
        }
        [TaskInput] public partial record Request(
            [VariableConverter(typeof(Joined))] List<string>? Fine,
            [VariableConverter(typeof(Joined))] string?[] Gaps,
            [VariableConverter({|CET3017:typeof(Joined)|})] List<string?> Holes,
            [VariableConverter({|CET3017:typeof(Joined)|})] string[] NoGaps);
        """);

    [Fact]
    public Task A_type_of_another_assembly_brings_its_converter_along_if_it_is_public()
    {
        var test = new RuleTest(
            """
            [TaskInput] public partial record Request(Open Price, Closed {|CET3018:Fee|}, Broken {|CET3017:Rate|});
            """);
        test.TestState.AdditionalProjects["Library"].Sources.Add(RuleCompilation.Usings + """

            [VariableConverter(typeof(OpenConverter))] public record Open(int Number);
            [VariableConverter(typeof(ClosedConverter))] public record Closed(int Number);
            [VariableConverter({|CET3017:typeof(OpenConverter)|})] public record Broken(int Number);
            public class OpenConverter : IVariableConverter<Open>
            {
                public static Open Read(TypedValue value) => new(value.Get<int>());
                public static TypedValue Write(Open value) => TypedValue.Of(value.Number);
            }
            internal class ClosedConverter : IVariableConverter<Closed>
            {
                public static Closed Read(TypedValue value) => new(value.Get<int>());
                public static TypedValue Write(Closed value) => TypedValue.Of(value.Number);
            }
            """);
        test.TestState.AdditionalProjects["Library"].AdditionalReferences.AddRange(RuleCompilation.References);
        test.TestState.AdditionalProjectReferences.Add("Library");
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task The_assembly_s_attributes_are_checked_without_a_use() => RuleTest.RunAsync(
        $$"""
        [assembly: VariableConverter(typeof(AsText))]
        [assembly: VariableConverter({|CET3020:typeof(AsNumber)|})]
        [assembly: VariableConverter({|CET3017:typeof(Money)|})]
        [assembly: VariableConverter({|CET3017:typeof(IVariableConverter<Money>)|})]
        [assembly: VariableConverter({|CET3019:typeof(Open<>)|})]
        {{Money}}
        public record Money(decimal Amount);
        public class Open<T> : AsText;
        """);

    [Fact]
    public Task A_second_converter_of_a_type_is_not_used() => RuleTest.RunAsync(
        $$"""
        {{Money}}
        [VariableConverter(typeof(AsText)), VariableConverter({|CET3020:typeof(AsNumber)|})] public record Money(decimal Amount);
        """);

    [Fact]
    public Task A_converter_that_its_type_can_see_and_an_input_cannot_is_reported_at_the_property() => RuleTest.RunAsync(
        """
        public class Outer
        {
            [VariableConverter(typeof(Hidden))] public record Money(decimal Amount);
            private class Hidden : IVariableConverter<Money>
            {
                public static Money Read(TypedValue value) => new(value.Get<decimal>());
                public static TypedValue Write(Money value) => TypedValue.Of(value.Amount);
            }
        }
        [TaskInput] public partial record Request(Outer.Money {|CET3018:Price|});
        """);

    [Fact]
    public Task Types_and_strictness_are_the_converter_s_to_say() => RuleTest.RunAsync(
        $$"""
        {{Money}}
        [VariableConverter(typeof(AsText))] public record Money(decimal Amount);
        [TaskInput, TaskOutput] public partial record {|CET1051:Values|}(
            [Variable("a", Scope = VariableScope.Local, Transient = true)] Money Fine,
            [Variable(Type = {|CET3012:VariableType.Object|}, ObjectTypeName = {|CET3012:"com.example.Money"|})] Money Written,
            [Variable(Strict = {|CET3012:true|})] Money Read);
        """);

    [Fact]
    public Task A_fact_is_not_converted() => RuleTest.RunAsync(
        """
        public class Upper : IVariableConverter<string>
        {
            public static string Read(TypedValue value) => value.Get<string>()!.ToUpperInvariant();
            public static TypedValue Write(string value) => TypedValue.Of(value);
        }
        [TaskInput] public partial record Request([BusinessKey, VariableConverter({|CET3012:typeof(Upper)|})] string Key, [VariableConverter(typeof(Upper))] string Name);
        """);

    [Fact]
    public Task A_class_name_on_a_type_is_neither_blank_nor_in_vain() => RuleTest.RunAsync(
        $$"""
        {{Money}}
        [VariableConverter(typeof(AsText)), ObjectTypeName({|CET3012:"com.example.Money"|})] public record Money(decimal Amount);
        [ObjectTypeName({|CET3011:" "|})] public record Blank(int Number);
        [ObjectTypeName("com.example.Customer")] public record Customer(int Number);
        """);

    [Fact]
    public Task A_class_name_may_be_repeated_where_the_type_has_one_and_not_where_the_property_is_Json() => RuleTest.RunAsync(
        """
        [assembly: TaskJsonContext(typeof(AppJson))]
        [ObjectTypeName("com.example.Customer")] public record Customer(int Number);
        [JsonSerializable(typeof(Customer))] public partial class AppJson : JsonSerializerContext;
        [TaskOutput] public partial record Values(
            [property: Variable(ObjectTypeName = "com.example.Person")] Customer Anew,
            [property: Variable(Type = VariableType.Object)] Customer Same,
            [property: Variable(Type = VariableType.Json, ObjectTypeName = {|CET3012:"com.example.Person"|})] Customer Plain,
            [property: Variable(ObjectTypeName = {|CET3011:" "|})] Customer Blank);
        """,
        compiles: false);
}
