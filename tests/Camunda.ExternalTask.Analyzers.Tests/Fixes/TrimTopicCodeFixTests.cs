using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class TrimTopicCodeFixTests
{
    [Fact]
    public Task Trims_a_literal() => FixTest<TrimTopicCodeFix>.RunAsync(
        """
        [ExternalTaskHandler({|CET2002:" charge"|})]
        public partial class Charge
        {
            public void Handle() { }
        }

        [ExternalTaskHandler(/* the topic */ {|CET2002:"refund\t"|}, LockDuration = "PT1M")]
        public partial class Refund
        {
            public void Handle() { }
        }
        """,
        """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public void Handle() { }
        }

        [ExternalTaskHandler(/* the topic */ "refund", LockDuration = "PT1M")]
        public partial class Refund
        {
            public void Handle() { }
        }
        """);

    [Fact]
    public Task Replaces_the_use_of_a_constant_from_elsewhere() => FixTest<TrimTopicCodeFix>.RunAsync(
        """
        [ExternalTaskHandler({|CET2002:Charge.Topic|})]
        public partial class Charge
        {
            public const string Topic = "charge ";

            public void Handle() { }
        }
        """,
        """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public const string Topic = "charge ";

            public void Handle() { }
        }
        """);
}
