using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class DeclarationCodeFixTests
{
    [Fact]
    public Task Adds_a_handle_method() => FixTest<CreateHandleMethodCodeFix>.RunAsync(
        """
        [ExternalTaskHandler("charge")]
        public partial class {|CET1008:Charge|}
        {
        }
        """,
        """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public Task HandleAsync(CancellationToken cancellationToken)
            {
                throw new NotImplementedException();
            }
        }
        """);

    [Fact]
    public Task Makes_a_private_handler_internal() => FixTest<MakeInternalCodeFix>.RunAsync(
        """
        public partial class Payments
        {
            [ExternalTaskHandler("charge")]
            private partial class {|CET1006:Charge|}
            {
                public void Handle() { }
            }
        }
        """,
        """
        public partial class Payments
        {
            [ExternalTaskHandler("charge")]
            internal partial class Charge
            {
                public void Handle() { }
            }
        }
        """);

    [Fact]
    public Task Makes_an_error_a_record() => FixTest<MakeRecordCodeFix>.RunAsync(
        """
        [BpmnError("DECLINED")]
        public partial class {|CET4002:Declined|}
        {
            // Kept.
            public int Amount { get; init; }
        }
        """,
        """
        [BpmnError("DECLINED")]
        public partial record Declined
        {
            // Kept.
            public int Amount { get; init; }
        }
        """);

    [Theory]
    [InlineData("public partial class Charge", "public partial class Charge(TimeProvider time)")]
    [InlineData("public partial class Charge(Random random)", "public partial class Charge(Random random, TimeProvider time)")]
    public Task Moves_a_service_to_the_constructor(string before, string after) => FixTest<MoveParameterToConstructorCodeFix>.RunAsync(
        $$"""
        [ExternalTaskHandler("charge")]
        {{before}}
        {
            public void Handle(TimeProvider {|CET1012:time|}, CancellationToken cancellationToken) => Console.WriteLine(time);
        }
        """,
        $$"""
        [ExternalTaskHandler("charge")]
        {{after}}
        {
            public void Handle(CancellationToken cancellationToken) => Console.WriteLine(time);
        }
        """);
}
