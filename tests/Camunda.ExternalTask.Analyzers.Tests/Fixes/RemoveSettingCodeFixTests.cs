using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class RemoveSettingCodeFixTests
{
    [Fact]
    public Task Removes_the_setting_or_the_attribute() => FixTest<RemoveSettingCodeFix>.RunAsync(
        """
        [TaskInput]
        public partial class Request
        {
            [Variable("who", Transient = {|CET3012:true|})]
            public string? Customer { get; init; }

            /// <summary>How much.</summary>
            [Variable(Transient = {|CET3012:true|})]
            public int Amount { get; init; }

            [Obsolete, Variable(Transient = {|CET3012:true|})]
            public int Tip { get; init; }
        }
        """,
        """
        [TaskInput]
        public partial class Request
        {
            [Variable("who")]
            public string? Customer { get; init; }

            /// <summary>How much.</summary>
            public int Amount { get; init; }

            [Obsolete]
            public int Tip { get; init; }
        }
        """);
}
