using Camunda.ExternalTask.Analyzers.Tests.Verifiers;

namespace Camunda.ExternalTask.Analyzers.Tests.Models;

public class OutputShadowedTests
{
    private const string Nested = """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public Receipt Handle() => new(1);

            [TaskOutput] public partial record Receipt(int AMOUNT);
        }
        """;

    public static TheoryData<string> Kept =>
    [
        ExampleModel.WithTask(content: ExampleModel.Input("name=\"Amount\"")),
        ExampleModel.WithTask(content: ExampleModel.Input("name=\"amount\"", """<camunda:outputParameter name="total">${amount}</camunda:outputParameter>""")),
        ExampleModel.WithTask(content: ExampleModel.Input("name=\"amount\"",
            """<camunda:outputParameter name="total"><camunda:list><camunda:value>${amount}</camunda:value></camunda:list></camunda:outputParameter>""")),
    ];

    [Theory, MemberData(nameof(Kept))]
    public Task Is_silent_where_nothing_is_lost(string model) => RuleTest.RunAsync(
        Nested.Replace("AMOUNT", "Amount"),
        model: model);

    [Fact]
    public Task Reports_the_element_variable_of_a_multi_instance_task() => RuleTest.RunAsync(
        Nested.Replace("AMOUNT", "{|CET7004:Amount|}"),
        model: ExampleModel.WithTask(content:
            """<multiInstanceLoopCharacteristics camunda:collection="amounts" camunda:elementVariable="amount" />"""));

    [Fact]
    public Task Reports_at_the_method_what_is_declared_elsewhere() => RuleTest.RunAsync(
        """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public Task<Receipt> {|CET7004:HandleAsync|}() => Task.FromResult(new Receipt(1));
        }

        [TaskOutput] public partial record Receipt([property: Variable("total")] int Amount);
        """,
        model: ExampleModel.WithTask(content: ExampleModel.Input("name=\"total\"")));
}
