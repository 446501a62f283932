using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis.Testing;

namespace Camunda.ExternalTask.Analyzers.Tests;

public class PlaceTests
{
    [Fact]
    public Task What_is_wrong_in_a_base_type_is_reported_at_the_declaration()
    {
        var test = new RuleTest(
            """
            [TaskInput] public partial record {|#0:Request|}(string Customer) : Upload;
            """)
        {
            TestState = { Sources = { ("Upload.cs", "public abstract record Upload { public Stream? {|#1:Document|} { get; init; } }") } },
            ExpectedDiagnostics =
            {
                new DiagnosticResult(RuleCompilation.Rule(VariableRules.VariableTypeUnsupported.Id)).WithLocation(0).WithLocation(1).WithArguments("Document", "Stream?"),
            },
        };

        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task What_is_wrong_in_a_base_type_of_another_project_is_reported_at_the_declaration_only()
    {
        var test = new RuleTest(
            """
            [TaskInput] public partial record {|CET3001:Request|}(string Customer) : Upload;
            """);
        test.TestState.AdditionalProjects["Library"].Sources.Add(RuleCompilation.Usings + "public abstract record Upload { public Stream? Document { get; init; } }");
        test.TestState.AdditionalProjects["Library"].AdditionalReferences.AddRange(RuleCompilation.References);
        test.TestState.AdditionalProjectReferences.Add("Library");
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task What_is_wrong_in_another_part_is_reported_there() => RuleTest.RunAsync(
        """
        [TaskInput] public partial class Request;

        public partial class Request
        {
            public Stream? {|CET3001:Document|} { get; init; }
        }
        """);

    [Fact]
    [Trait("Situation", "70")]
    public Task Each_of_two_handlers_of_a_topic_has_the_other_beside_it()
    {
        var test = new RuleTest(
            """
            [ExternalTaskHandler({|#0:"charge"|})] public partial class Charge { public void Handle() { } }
            [ExternalTaskHandler({|#1:"charge"|})] public partial class ChargeAgain { public void Handle() { } }
            """)
        {
            ExpectedDiagnostics =
            {
                new DiagnosticResult(RuleCompilation.Rule(TopicRules.TopicHandledTwice.Id)).WithLocation(0).WithLocation(1).WithArguments("charge", "ChargeAgain"),
                new DiagnosticResult(RuleCompilation.Rule(TopicRules.TopicHandledTwice.Id)).WithLocation(1).WithLocation(0).WithArguments("charge", "Charge"),
            },
        };

        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
