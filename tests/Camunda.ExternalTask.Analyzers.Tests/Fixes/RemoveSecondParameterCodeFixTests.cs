using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class RemoveSecondParameterCodeFixTests
{
    [Fact]
    public Task Removes_the_second_token_and_uses_the_first() => FixTest<RemoveSecondParameterCodeFix>.RunAsync(
        """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            /// <summary>Charges.</summary>
            /// <param name="cancellationToken">Stops.</param>
            /// <param name="lockLost">Stops, too.</param>
            public async Task HandleAsync(CancellationToken cancellationToken, CancellationToken {|CET1015:lockLost|})
            {
                await Task.Delay(1, lockLost); // The lock matters.
            }
        }
        """,
        """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            /// <summary>Charges.</summary>
            /// <param name="cancellationToken">Stops.</param>
            public async Task HandleAsync(CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken); // The lock matters.
            }
        }
        """);

    [Fact]
    public Task Removes_every_context_but_the_first() => FixTest<RemoveSecondParameterCodeFix>.RunAsync(
        """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public void Handle(ExternalTaskContext context, ExternalTaskContext {|CET1014:other|}) => Console.WriteLine(other.Task);
        }

        [ExternalTaskHandler("refund")]
        public partial class Refund
        {
            public void Handle(ExternalTaskContext context, ExternalTaskContext {|CET1014:other|}) => Console.WriteLine(other.Task);
        }
        """,
        """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public void Handle(ExternalTaskContext context) => Console.WriteLine(context.Task);
        }

        [ExternalTaskHandler("refund")]
        public partial class Refund
        {
            public void Handle(ExternalTaskContext context) => Console.WriteLine(context.Task);
        }
        """);
}
