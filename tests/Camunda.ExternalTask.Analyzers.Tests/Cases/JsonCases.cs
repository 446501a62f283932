using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

internal static class JsonCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(JsonRules.JsonTypeNotRegistered.Id,
            """
            [assembly: TaskJsonContext(typeof(AppJson))]

            [TaskInput] public partial record Request(Order Order, List<Item> {|CET6001:Items|});

            public record Order(Item First);
            public record Item(string Sku);

            [JsonSerializable(typeof(Order))] public partial class AppJson : JsonSerializerContext;
            """,
            """
            [assembly: TaskJsonContext(typeof(AppJson))]

            [TaskInput] public partial record Request(Order Order, Item First, List<Item> Items);

            public record Order(Item First);
            public record Item(string Sku);

            [JsonSerializable(typeof(Order)), JsonSerializable(typeof(List<Item>))] public partial class AppJson : JsonSerializerContext;
            """) { HitCompiles = false, NearMissCompiles = false },

        new(JsonRules.JsonContextMissing.Id,
            """
            [TaskInput] public partial record Request(Order {|CET6002:Order|});

            public record Order(string Sku);
            """,
            """
            [TaskInput] public partial record Request(JsonElement Order);

            public record Order(string Sku);
            """),

        new(JsonRules.JsonContextInvalid.Id,
            """
            [TaskInput, TaskJsonContext(typeof(AppJson))] public partial record {|CET6003:Request|}(Order Order);

            public record Order(string Sku);

            public abstract class AppJson(JsonSerializerOptions? options) : JsonSerializerContext(options);
            """,
            """
            [TaskInput, TaskJsonContext(typeof(AppJson))] public partial record Request(Order Order);

            public record Order(string Sku);

            [JsonSerializable(typeof(Order))] public partial class AppJson : JsonSerializerContext;
            """) { NearMissCompiles = false },

        new(JsonRules.JsonContextNotAccessible.Id,
            """
            [assembly: TaskJsonContext(typeof(AppJson))]

            [TaskInput] public partial record {|CET6004:Request|}(Order Order);

            public record Order(string Sku);

            [JsonSerializable(typeof(Order))] file partial class AppJson : JsonSerializerContext;
            """,
            """
            public partial class Payments
            {
                [JsonSerializable(typeof(Order))] private partial class AppJson : JsonSerializerContext;

                [TaskInput, TaskJsonContext(typeof(AppJson))] public partial record Request(Order Order);

                public record Order(string Sku);
            }
            """) { HitCompiles = false, NearMissCompiles = false },
    ];
}
