using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class ReturnTaskCodeFixTests
{
    [Fact]
    public Task Returns_a_task() => FixTest<ReturnTaskCodeFix>.RunAsync(
        """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public async void {|CET5001:HandleAsync|}(CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken);
            }
        }
        """,
        """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public async Task HandleAsync(CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken);
            }
        }
        """);

    [Fact]
    public async Task Imports_the_namespace()
    {
        var test = new FixTest<ReturnTaskCodeFix>(
            """
            using Camunda.ExternalTask;

            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public async void {|CET5001:HandleAsync|}() { }
            }
            """,
            """
            using System.Threading.Tasks;
            using Camunda.ExternalTask;

            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public async Task HandleAsync() { }
            }
            """);
        test.TestState.Sources.RemoveAt(1);
        test.FixedState.Sources.RemoveAt(1);

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task Leaves_an_override_alone() => FixTest<ReturnTaskCodeFix>.HasNoneAsync(
        """
        [ExternalTaskHandler("charge")]
        public partial class Charge : Work
        {
            public override async void {|CET5001:Handle|}() => await Task.Yield();
        }

        public abstract class Work
        {
            public abstract void Handle();
        }
        """);
}
