using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class MakePartialCodeFixTests
{
    [Fact]
    public Task Makes_handler_input_output_and_error_partial() => FixTest<MakePartialCodeFix>.RunAsync(
        """
        /// <summary>Charges a card.</summary>
        [ExternalTaskHandler("charge")]
        public sealed class {|CET1001:Charge|}
        {
            public Task HandleAsync() => Task.CompletedTask;
        }

        // What is asked for.
        [TaskInput] public record {|CET1001:Request|}(string Customer);
        [TaskOutput] readonly record struct {|CET1001:Receipt|}(string Number); // What comes out.

        [BpmnError("DECLINED")]
        // Without a modifier.
        record {|CET1001:Declined|};
        """,
        """
        /// <summary>Charges a card.</summary>
        [ExternalTaskHandler("charge")]
        public sealed partial class Charge
        {
            public Task HandleAsync() => Task.CompletedTask;
        }

        // What is asked for.
        [TaskInput] public partial record Request(string Customer);
        [TaskOutput] readonly partial record struct Receipt(string Number); // What comes out.

        [BpmnError("DECLINED")]
        // Without a modifier.
        partial record Declined;
        """);

    [Fact]
    public Task Makes_every_containing_type_partial() => FixTest<MakePartialCodeFix>.RunAsync(
        """
        interface IPayments
        {
            struct Cards
            {
                [TaskInput] public partial record {|CET1002:{|CET1002:Request|}|}(string Customer);
            }
        }
        """,
        """
        partial interface IPayments
        {
            partial struct Cards
            {
                [TaskInput] public partial record Request(string Customer);
            }
        }
        """);

    [Fact]
    public Task Makes_a_containing_type_partial_once_for_all_in_it() => FixTest<MakePartialCodeFix>.RunAsync(
        """
        class Payments
        {
            [TaskInput] public partial record {|CET1002:Request|}(string Customer);
            [TaskOutput] public partial record {|CET1002:Receipt|}(string Number);
        }
        """,
        """
        partial class Payments
        {
            [TaskInput] public partial record Request(string Customer);
            [TaskOutput] public partial record Receipt(string Number);
        }
        """);
}
