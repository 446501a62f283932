using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class RegisterJsonTypeCodeFixTests
{
    [Fact]
    public Task Adds_the_types_to_the_part_that_has_some() => FixTest<RegisterJsonTypeCodeFix>.RunAsync(
        """
        [assembly: TaskJsonContext(typeof(AppJson))]

        [TaskInput] public partial record Request(Order? {|CET6001:Order|}, Optional<List<Item>> {|CET6001:Items|}, [property: Variable("more")] List<Item> {|CET6001:More|});

        public record Order(string Number);
        public record Item(string Sku);

        public partial class AppJson : JsonSerializerContext;

        /// <summary>What travels as JSON.</summary>
        [JsonSerializable(typeof(Item))]
        public partial class AppJson;
        """,
        """
        [assembly: TaskJsonContext(typeof(AppJson))]

        [TaskInput] public partial record Request(Order? Order, Optional<List<Item>> Items, [property: Variable("more")] List<Item> More);

        public record Order(string Number);
        public record Item(string Sku);

        public partial class AppJson : JsonSerializerContext;

        /// <summary>What travels as JSON.</summary>
        [JsonSerializable(typeof(Item))]
        [JsonSerializable(typeof(Order))]
        [JsonSerializable(typeof(List<Item>))]
        public partial class AppJson;
        """,
        compiles: false);

    [Fact]
    public async Task Edits_the_file_of_the_context()
    {
        var test = new FixTest<RegisterJsonTypeCodeFix>(
            """
            namespace Loan;

            [TaskInput, TaskJsonContext(typeof(Json.AppJson))]
            public partial record Request(Order {|CET6001:Order|});

            public record Order(string Number);
            """,
            """
            namespace Loan;

            [TaskInput, TaskJsonContext(typeof(Json.AppJson))]
            public partial record Request(Order Order);

            public record Order(string Number);
            """,
            compiles: false);
        test.TestState.Sources.Add(("AppJson.cs", """
            namespace Json;

            public partial class AppJson : JsonSerializerContext;
            """));
        test.FixedState.Sources.Add(("AppJson.cs", """
            using Loan;

            namespace Json;

            [JsonSerializable(typeof(Order))]
            public partial class AppJson : JsonSerializerContext;
            """));

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task Has_none_for_a_type_the_context_cannot_name() => FixTest<RegisterJsonTypeCodeFix>.HasNoneAsync(
        """
        [assembly: TaskJsonContext(typeof(AppJson))]

        public partial class Handler
        {
            [TaskInput] private partial record Request(Order {|CET6001:Order|});

            private record Order(string Number);
        }

        public partial class AppJson : JsonSerializerContext;
        """,
        compiles: false);
}
