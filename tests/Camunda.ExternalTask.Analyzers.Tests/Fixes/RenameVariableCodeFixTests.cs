using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class RenameVariableCodeFixTests
{
    [Fact]
    public Task Takes_the_name_of_the_property_where_it_is_free() => FixTest<RenameVariableCodeFix>.RunAsync(
        """
        [TaskInput] public partial record Request(string Customer, [Variable("customer", Strict = true)] string {|CET3003:Buyer|});
        """,
        """
        [TaskInput] public partial record Request(string Customer, [Variable("buyer", Strict = true)] string Buyer);
        """);

    [Fact]
    public Task Counts_where_it_is_not() => FixTest<RenameVariableCodeFix>.RunAsync(
        """
        [TaskOutput]
        public partial class Score
        {
            [Variable("points")]
            public int Value { get; init; }

            /// <summary>The points.</summary>
            public int {|CET3003:Points|} { get; init; }

            [Variable("points2")]
            public int Other { get; init; }
        }
        """,
        """
        [TaskOutput]
        public partial class Score
        {
            [Variable("points")]
            public int Value { get; init; }

            /// <summary>The points.</summary>
            [Variable("points3")]
            public int Points { get; init; }

            [Variable("points2")]
            public int Other { get; init; }
        }
        """);

    [Fact]
    public Task Adds_a_name_to_an_attribute_without() => FixTest<RenameVariableCodeFix>.RunAsync(
        """
        [TaskInput] public partial record Request(string URL, [Variable(Strict = true)] string {|CET3003:Url|});
        """,
        """
        [TaskInput] public partial record Request(string URL, [Variable("url2", Strict = true)] string Url);
        """);
}
