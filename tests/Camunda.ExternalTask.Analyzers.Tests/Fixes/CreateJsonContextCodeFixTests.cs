using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class CreateJsonContextCodeFixTests
{
    [Fact]
    public async Task Creates_a_context_and_names_it_for_the_assembly()
    {
        var test = new FixTest<CreateJsonContextCodeFix>(
            """
            namespace Loan;

            [TaskInput] public partial record Request(Order {|CET6002:Order|});

            public record Order(string Number);
            """,
            """
            namespace Loan;

            [TaskInput] public partial record Request(Order Order);

            public record Order(string Number);
            """,
            compiles: false);
        test.FixedState.Sources.Add(("AppJson.cs", """
            using System.Text.Json.Serialization;
            using Camunda.ExternalTask;

            [assembly: TaskJsonContext(typeof(Loan.AppJson))]

            namespace Loan;

            [JsonSerializable(typeof(Order))]
            internal sealed partial class AppJson : JsonSerializerContext;

            """));

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Names_the_context_that_is_there()
    {
        var test = new FixTest<CreateJsonContextCodeFix>(
            """
            namespace Loan;

            [TaskInput] public partial record Request(Order {|CET6002:Order|});

            public record Order(string Number);

            [JsonSerializable(typeof(Order))] public partial class LoanJson : JsonSerializerContext;
            """,
            """
            namespace Loan;

            [TaskInput] public partial record Request(Order Order);

            public record Order(string Number);

            [JsonSerializable(typeof(Order))] public partial class LoanJson : JsonSerializerContext;
            """,
            compiles: false);
        test.FixedState.Sources.Add(("TaskJsonContext.cs", """
            using Camunda.ExternalTask;

            [assembly: TaskJsonContext(typeof(Loan.LoanJson))]

            """));

        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}
