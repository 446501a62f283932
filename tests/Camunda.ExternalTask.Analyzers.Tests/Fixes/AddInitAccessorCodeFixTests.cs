using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class AddInitAccessorCodeFixTests
{
    [Fact]
    public Task Adds_the_accessor() => FixTest<AddInitAccessorCodeFix>.RunAsync(
        """
        [TaskInput]
        public partial class Request
        {
            public string? {|CET3008:Customer|} { get; } // Who pays.

            [Variable("amount")]
            public int {|CET3008:Amount|}
            {
                get;
            }
        }
        """,
        """
        [TaskInput]
        public partial class Request
        {
            public string? Customer { get; init; } // Who pays.

            [Variable("amount")]
            public int Amount
            {
                get;
                init;
            }
        }
        """);

    [Fact]
    public Task Leaves_a_computed_property_alone() => FixTest<AddInitAccessorCodeFix>.HasNoneAsync(
        """
        [TaskInput]
        public partial class Request
        {
            [Variable("amount")]
            public int {|CET3008:Amount|} => 1;
        }
        """);
}
