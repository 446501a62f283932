using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class MarkTypeCodeFixTests
{
    [Fact]
    public async Task Marks_input_and_output_and_makes_them_partial()
    {
        var test = new FixTest<MarkTypeCodeFix>(
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public Task<Receipt> {|CET1017:HandleAsync|}(Request {|CET1016:request|}) => Task.FromResult(new Receipt("1"));
            }

            /// <summary>What is asked for.</summary>
            public record Request(string Customer);

            public partial class Payments
            {
                // Not used.
            }

            [Serializable]
            public partial record Receipt(string Number);
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public Task<Receipt> HandleAsync(Request request) => Task.FromResult(new Receipt("1"));
            }

            /// <summary>What is asked for.</summary>
            [TaskInput]
            public partial record Request(string Customer);

            public partial class Payments
            {
                // Not used.
            }

            [Serializable]
            [TaskOutput]
            public partial record Receipt(string Number);
            """)
        {
            // Two kinds of attribute are two fixes for all.
            NumberOfFixAllIterations = 2,
        };

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task Marks_the_output_in_an_outcome() => FixTest<MarkTypeCodeFix>.RunAsync(
        """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public ValueTask<TaskOutcome<Receipt>> {|CET1017:HandleAsync|}() => default;

            public record Receipt(string Number);
        }
        """,
        """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public ValueTask<TaskOutcome<Receipt>> HandleAsync() => default;

            [TaskOutput]
            public partial record Receipt(string Number);
        }
        """,
        compiles: false);

    [Fact]
    public async Task Imports_the_namespace_in_the_file_of_the_type()
    {
        var test = new FixTest<MarkTypeCodeFix>(
            """
            using Camunda.ExternalTask;

            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle(Request {|CET1016:request|}) { }
            }
            """,
            """
            using Camunda.ExternalTask;

            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle(Request request) { }
            }
            """);
        test.TestState.Sources.RemoveAt(1);
        test.FixedState.Sources.RemoveAt(1);
        test.TestState.Sources.Add(("Request.cs", "public partial record Request(string Customer);\n"));
        test.FixedState.Sources.Add(("Request.cs", "using Camunda.ExternalTask;\n\n[TaskInput]\npublic partial record Request(string Customer);\n"));

        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}
