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

    [Theory]
    [InlineData("{|CET3051:{|CET7004:Amount|}|}", "loopCounter", "")]
    [InlineData("{|CET7004:Amount|}", "total", "<extensionElements><camunda:inputOutput><camunda:inputParameter name=\"total\">1</camunda:inputParameter></camunda:inputOutput></extensionElements>")]
    public Task Reports_a_variable_of_an_enclosing_subprocess(string property, string variable, string extensions) => RuleTest.RunAsync(
        Nested.Replace("int AMOUNT", $"[property: Variable(\"{variable}\")] int {property}"),
        model: ExampleModel.Of(Subprocess(extensions)));

    [Theory]
    [InlineData("<sequenceFlow id=\"f\" sourceRef=\"charge\" targetRef=\"charge\"><conditionExpression>${total > 1}</conditionExpression></sequenceFlow>")]
    [InlineData("<serviceTask id=\"next\" camunda:type=\"external\" camunda:topic=\"next\" />")]
    [InlineData("<scriptTask id=\"next\" />")]
    public Task Is_silent_where_a_step_of_the_subprocess_may_read_it(string step) => RuleTest.RunAsync(
        Nested.Replace("int AMOUNT", "[property: Variable(\"total\")] int Amount"),
        model: ExampleModel.Of(Subprocess(
            "<extensionElements><camunda:inputOutput><camunda:inputParameter name=\"total\">1</camunda:inputParameter></camunda:inputOutput></extensionElements>", step)));

    [Fact]
    public Task Reports_an_output_parameter_that_only_contains_the_letters_of_the_name() => RuleTest.RunAsync(
        Nested.Replace("AMOUNT", "{|CET7004:Amount|}"),
        model: ExampleModel.WithTask(content: ExampleModel.Input("name=\"amount\"", """<camunda:outputParameter name="total">${1 + 1} amounts</camunda:outputParameter>""")));

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

    /// <summary>The task in a sequential multi-instance subprocess.</summary>
    private static string Subprocess(string extensions, string step = "") =>
        $"""
        <subProcess id="each">
          {extensions}
          <multiInstanceLoopCharacteristics isSequential="true" camunda:collection="items" />
          <serviceTask id="charge" camunda:type="external" camunda:topic="charge" />
          {step}
        </subProcess>
        """;
}
