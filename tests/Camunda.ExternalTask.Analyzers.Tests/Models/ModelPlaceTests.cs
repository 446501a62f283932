using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Models;

public class ModelPlaceTests
{
    private const string Handler = """
        [ExternalTaskHandler("refund")]
        public partial class Refund
        {
            public void Handle() { }
        }
        """;

    [Fact]
    public Task A_task_without_a_handler_is_not_reported_unless_asked() => RuleTest.RunAsync(
        Handler,
        model: ExampleModel.Of(Task("refund", "refund") + Task("charge", "charge")));

    [Fact]
    public Task A_topic_of_an_expression_may_be_any() => RuleTest.RunAsync(
        Handler,
        model: ExampleModel.Of(Task("charge", "charge") + Task("any", "${whichever}")));

    [Fact]
    public Task A_project_without_models_or_external_tasks_is_left_alone() => RuleTest.RunAsync(
        Handler,
        model: ExampleModel.Of("""<userTask id="decide" />"""));

    [Fact]
    public Task A_model_that_breaks_off_is_one_error_and_says_nothing_about_code() => RuleTest.RunAsync(
        Handler,
        model: ExampleModel.Of(Task("charge", "charge") + "<userTask").Replace("  </process>", "  {|CET7006:|}</process>"));

    [Fact]
    public Task Every_task_without_a_handler_is_reported_at_its_topic() => RuleTest.RunAsync(
        Handler,
        model: ExampleModel.Of(Task("refund", "refund")
            + """<sendTask id="notify" camunda:type="external" {|CET7003:camunda:topic='notify'|}/>"""
            + """<subProcess id="payment"><serviceTask id="charge" {|CET7003:camunda:topic="charge"|} camunda:type="external" /></subProcess>"""),
        rule: ModelRules.ModelTaskWithoutHandler.Id);

    private static string Task(string id, string topic) => $"""<serviceTask id="{id}" camunda:type="external" camunda:topic="{topic}" />""";
}
