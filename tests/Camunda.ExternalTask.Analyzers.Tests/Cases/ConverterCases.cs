using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

/// <summary>CET3017 to CET3020: converters of variables.</summary>
internal static class ConverterCases
{
    private const string Money = """
        public record Money(decimal Amount);
        public class MoneyConverter : IVariableConverter<Money>
        {
            public static Money Read(TypedValue value) => new(value.Get<decimal>());
            public static TypedValue Write(Money value) => TypedValue.Of(value.Amount);
        }
        """;

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(ConverterRules.ConverterInvalid.Id,
            $$"""
            {{Money}}
            [TaskInput] public partial record Request([VariableConverter({|CET3017:typeof(MoneyConverter)|})] decimal Price);
            """,
            $$"""
            {{Money}}
            [TaskInput] public partial record Request([VariableConverter(typeof(MoneyConverter))] Money? Price, [VariableConverter(typeof(MoneyConverter))] Optional<Money> Fee);
            """),

        new(ConverterRules.ConverterNotAccessible.Id,
            """
            public record Money(decimal Amount);
            [TaskInput] public partial record Request([VariableConverter({|CET3018:typeof(Hidden)|})] Money Price);
            file class Hidden : IVariableConverter<Money>
            {
                public static Money Read(TypedValue value) => new(value.Get<decimal>());
                public static TypedValue Write(Money value) => TypedValue.Of(value.Amount);
            }
            """,
            $$"""
            public record Money(decimal Amount);
            [TaskInput] public partial record Request([VariableConverter(typeof(Request.Own))] Money Price)
            {
                private class Own : IVariableConverter<Money>
                {
                    public static Money Read(TypedValue value) => new(value.Get<decimal>());
                    public static TypedValue Write(Money value) => TypedValue.Of(value.Amount);
                }
            }
            """),

        new(ConverterRules.ConverterGeneric.Id,
            """
            public record Money<T>(T Currency);
            public class MoneyConverter<T> : IVariableConverter<Money<T>>
            {
                public static Money<T> Read(TypedValue value) => throw new System.FormatException();
                public static TypedValue Write(Money<T> value) => TypedValue.Null();
            }
            [TaskInput] public partial record Request([VariableConverter({|CET3019:typeof(MoneyConverter<>)|})] Money<int> Price);
            """,
            """
            public record Money<T>(T Currency);
            public class MoneyConverter<T> : IVariableConverter<Money<T>>
            {
                public static Money<T> Read(TypedValue value) => throw new System.FormatException();
                public static TypedValue Write(Money<T> value) => TypedValue.Null();
            }
            [TaskInput] public partial record Request([VariableConverter(typeof(MoneyConverter<int>))] Money<int> Price);
            """),

        new(ConverterRules.ConverterAmbiguous.Id,
            $$"""
            {{Money}}
            public class Other : MoneyConverter;
            [TaskInput] public partial record Request([VariableConverter(typeof(MoneyConverter)), VariableConverter({|CET3020:typeof(Other)|})] Money Price);
            """,
            $$"""
            {{Money}}
            public class Other : MoneyConverter;
            [TaskInput] public partial record Request([VariableConverter(typeof(MoneyConverter))] Money Price, [VariableConverter(typeof(Other))] Money Fee);
            """),
    ];
}
