using Camunda.ExternalTask.Analyzers.Tests.Verifiers;

namespace Camunda.ExternalTask.Analyzers.Tests.Models;

/// <summary>The flow of variables through a model: what is reported, and what is not because something unknown may write.</summary>
public class FlowRuleTests
{
    private const string Flow = "<sequenceFlow id=\"{0}\" sourceRef=\"{1}\" targetRef=\"{2}\" />";

    private const string Handler = """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public Receipt Handle() => null!;

            [TaskOutput] public partial record Receipt(PROPERTIES);
        }
        """;

    /// <summary>A timer starts the process, so it starts without variables. The task is followed by a gateway.</summary>
    private static string Model(string gateway, string task = "", string start = "<timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition>") => ExampleModel.Of(
        $"""
        <startEvent id="start">{start}</startEvent>
        {string.Format(Flow, "f1", "start", "charge")}
        <serviceTask id="charge" name="Charge the card" camunda:type="external" camunda:topic="charge">{task}</serviceTask>
        {string.Format(Flow, "f2", "charge", "decide")}
        {gateway}
        <endEvent id="yes" />
        <endEvent id="no" />
        """);

    private static string Gateway(string condition, string other = "", bool hasDefault = true) =>
        $"""
        <exclusiveGateway id="decide" name="Decide" {(hasDefault ? "default=\"f4\"" : "")} />
        <sequenceFlow id="f3" sourceRef="decide" targetRef="yes"><conditionExpression>{condition}</conditionExpression></sequenceFlow>
        <sequenceFlow id="f4" sourceRef="decide" targetRef="no">{(other == "" ? "" : $"<conditionExpression>{other}</conditionExpression>")}</sequenceFlow>
        """;

    [Theory]
    [InlineData("int Amount", "{|CET7007:${approved}|}")]
    [InlineData("int Amount", "{|CET7007:${approved == null}|}")]
    [InlineData("int Amount", "{|CET7007:${amount > 100 &amp;&amp; approved}|}")]
    [InlineData("int Amount", "{|CET7007:${empty approved}|}")]
    [InlineData("int Amount", "${execution.hasVariable('approved') &amp;&amp; approved}")]
    [InlineData("int Amount", "${execution.getVariable('approved') == null}")]
    [InlineData("int Amount", "${checks.approve(amount)}")]
    [InlineData("bool Approved", "${approved}")]
    [InlineData("bool Approved", "{|CET7007:${approved || missing}|}")]
    [InlineData("int Amount", "{|CET7008:${amount}|}")]
    [InlineData("string Status", "{|CET7008:${status}|}")]
    [InlineData("bool? Approved", "{|CET7009:${approved}|}")]
    [InlineData("bool? Approved", "${approved == true}")]
    [InlineData("Optional<bool> Approved", "${approved}")]
    public Task A_condition_after_a_task(string properties, string condition) => RunAsync(
        properties,
        Model(Gateway(condition)));

    [Theory]
    [InlineData("Risk Risk", "${risk == 'Low'}", "${risk == 'High'}", false)]
    [InlineData("Risk Risk", "${risk == 'Low'}", "${risk != 'Low'}", true)]
    [InlineData("bool Approved", "${approved}", "${!approved}", true)]
    [InlineData("bool Approved", "${approved}", "${approved == true}", false)]
    [InlineData("string Status", "${status == 'A'}", "${status == 'B'}", true)]
    public Task A_gateway_without_a_flow_for_a_value(string properties, string first, string second, bool isFine)
    {
        var model = Model(Gateway(first, second, hasDefault: false));
        return RunAsync(properties, isFine ? model : model.Replace("id=\"decide\"", "{|CET7010:id=\"decide\"|}"));
    }

    [Theory]
    [InlineData("string CustomerId", "{|CET7007:${approved}|}")]
    [InlineData("bool Approved", "${approved}")]
    [InlineData("Optional<bool> Approved", "${approved}")]
    [InlineData("bool? Approved", "{|CET7009:${approved}|}")]
    public Task A_typed_start_declares_the_variables_of_an_instance(string properties, string condition) => RunAsync(
        "int Amount",
        Model(Gateway(condition), start: ""),
        more: $"[ProcessStart(\"order\")] public partial record OrderPlaced({properties});");

    [Fact]
    public Task An_instance_that_the_application_starts_may_have_any_variable() =>
        RunAsync("int Amount", Model(Gateway("${approved}"), start: ""));

    [Theory]
    [InlineData("<extensionElements><camunda:inputOutput><camunda:outputParameter name=\"copy\">{|CET7007:${score}|}</camunda:outputParameter></camunda:inputOutput></extensionElements>")]
    [InlineData("<extensionElements><camunda:errorEventDefinition errorRef=\"declined\" {|CET7007:expression=\"${score > 3}\"|} /></extensionElements>")]
    [InlineData("<extensionElements><camunda:inputOutput><camunda:inputParameter name=\"copy\">{|CET7007:${score}|}</camunda:inputParameter></camunda:inputOutput></extensionElements>")]
    [InlineData("<extensionElements><camunda:inputOutput><camunda:outputParameter name=\"copy\">${amount}</camunda:outputParameter></camunda:inputOutput></extensionElements>")]
    [InlineData("<extensionElements><camunda:properties><camunda:property name=\"cet:ignore\" value=\"CET7007\" /></camunda:properties>"
        + "<camunda:inputOutput><camunda:outputParameter name=\"copy\">${score}</camunda:outputParameter></camunda:inputOutput></extensionElements>")]
    public Task Mappings_and_error_definitions_of_a_task(string extensions) =>
        RunAsync("int Amount", Model(Gateway("${amount > 3}"), extensions));

    [Theory]
    [InlineData("<scriptTask id=\"between\" scriptFormat=\"groovy\"><script>execution.setVariable('approved', true)</script></scriptTask>")]
    [InlineData("<userTask id=\"between\" />")]
    [InlineData("<serviceTask id=\"between\" camunda:class=\"com.acme.Check\" />")]
    [InlineData("<serviceTask id=\"between\" camunda:type=\"external\" camunda:topic=\"other\" />")]
    [InlineData("<task id=\"between\"><extensionElements><camunda:executionListener class=\"com.acme.Check\" event=\"start\" /></extensionElements></task>")]
    public Task An_unknown_writer_on_the_way(string element)
    {
        var model = Model(Gateway("${approved}")).Replace("sourceRef=\"charge\" targetRef=\"decide\"", "sourceRef=\"charge\" targetRef=\"between\"")
            .Replace("<endEvent id=\"yes\" />", $"{element}{string.Format(Flow, "f5", "between", "decide")}<endEvent id=\"yes\" />");

        return RunAsync("int Amount", model);
    }

    [Fact]
    public Task A_variable_that_one_of_two_branches_sets()
    {
        var model = ExampleModel.Of(
            """
            <startEvent id="start"><timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition></startEvent>
            <sequenceFlow id="f1" sourceRef="start" targetRef="charge" />
            <serviceTask id="charge" camunda:type="external" camunda:topic="charge" />
            <sequenceFlow id="f2" sourceRef="charge" targetRef="large" />
            <exclusiveGateway id="large" default="f4" />
            <sequenceFlow id="f3" sourceRef="large" targetRef="check"><conditionExpression>${amount > 100}</conditionExpression></sequenceFlow>
            <sequenceFlow id="f4" sourceRef="large" targetRef="decide" />
            <serviceTask id="check" camunda:type="external" camunda:topic="check" />
            <sequenceFlow id="f5" sourceRef="check" targetRef="decide" />
            <exclusiveGateway id="decide" default="f7" />
            <sequenceFlow id="f6" sourceRef="decide" targetRef="yes"><conditionExpression>{|CET7007:${approved}|}</conditionExpression></sequenceFlow>
            <sequenceFlow id="f7" sourceRef="decide" targetRef="no" />
            <endEvent id="yes" />
            <endEvent id="no" />
            """);

        return RunAsync("int Amount", model, more: Check);
    }

    [Fact]
    public Task A_variable_that_is_read_only_where_the_same_condition_has_set_it()
    {
        var model = ExampleModel.Of(
            """
            <startEvent id="start"><timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition></startEvent>
            <sequenceFlow id="f1" sourceRef="start" targetRef="charge" />
            <serviceTask id="charge" camunda:type="external" camunda:topic="charge" />
            <sequenceFlow id="f2" sourceRef="charge" targetRef="large" />
            <exclusiveGateway id="large" default="f4" />
            <sequenceFlow id="f3" sourceRef="large" targetRef="check"><conditionExpression>${amount > 100}</conditionExpression></sequenceFlow>
            <sequenceFlow id="f4" sourceRef="large" targetRef="again" />
            <serviceTask id="check" camunda:type="external" camunda:topic="check" />
            <sequenceFlow id="f5" sourceRef="check" targetRef="again" />
            <exclusiveGateway id="again" default="f9" />
            <sequenceFlow id="f8" sourceRef="again" targetRef="decide"><conditionExpression>${amount > 100}</conditionExpression></sequenceFlow>
            <sequenceFlow id="f9" sourceRef="again" targetRef="no" />
            <exclusiveGateway id="decide" default="f7" />
            <sequenceFlow id="f6" sourceRef="decide" targetRef="yes"><conditionExpression>${approved}</conditionExpression></sequenceFlow>
            <sequenceFlow id="f7" sourceRef="decide" targetRef="no" />
            <endEvent id="yes" />
            <endEvent id="no" />
            """);

        return RunAsync("int Amount", model, more: Check);
    }

    [Fact]
    public Task Parallel_branches_have_both_been_taken_behind_the_join()
    {
        var model = ExampleModel.Of(
            """
            <startEvent id="start"><timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition></startEvent>
            <sequenceFlow id="f1" sourceRef="start" targetRef="fork" />
            <parallelGateway id="fork" />
            <sequenceFlow id="f2" sourceRef="fork" targetRef="charge" />
            <sequenceFlow id="f3" sourceRef="fork" targetRef="check" />
            <serviceTask id="charge" camunda:type="external" camunda:topic="charge" />
            <serviceTask id="check" camunda:type="external" camunda:topic="check" />
            <sequenceFlow id="f4" sourceRef="charge" targetRef="join" />
            <sequenceFlow id="f5" sourceRef="check" targetRef="join" />
            <parallelGateway id="join" />
            <sequenceFlow id="f6" sourceRef="join" targetRef="decide" />
            <exclusiveGateway id="decide" default="f8" />
            <sequenceFlow id="f7" sourceRef="decide" targetRef="yes"><conditionExpression>${approved &amp;&amp; amount > 3}</conditionExpression></sequenceFlow>
            <sequenceFlow id="f8" sourceRef="decide" targetRef="more" />
            <exclusiveGateway id="more" default="f10" />
            <sequenceFlow id="f9" sourceRef="more" targetRef="yes"><conditionExpression>{|CET7007:${never}|}</conditionExpression></sequenceFlow>
            <sequenceFlow id="f10" sourceRef="more" targetRef="no" />
            <endEvent id="yes" />
            <endEvent id="no" />
            """);

        return RunAsync("int Amount", model, more: Check);
    }

    [Theory]
    [InlineData("string Name", "{|CET7011:\"check\"|}")]
    [InlineData("string? Name", "\"check\"")]
    [InlineData("string Name = \"x\"", "\"check\"")]
    [InlineData("int Amount", "\"check\"")]
    [InlineData("DateTimeOffset Amount", "{|CET7012:\"check\"|}")]
    public Task An_input_of_the_next_task(string input, string topic)
    {
        var model = Model("<serviceTask id=\"decide\" camunda:type=\"external\" camunda:topic=\"check\" />");
        var check = $$"""
            [ExternalTaskHandler({{topic}})]
            public partial class Check
            {
                public void Handle(Order input) { }

                [TaskInput] public partial record Order({{input}});
            }
            """;

        return RunAsync("int Amount", model, more: check);
    }

    [Theory]
    [InlineData("bool Flag", "yes", "{|CET7012:\"check\"|}")]
    [InlineData("bool Flag", "TRUE", "\"check\"")]
    [InlineData("int Flag", "five", "{|CET7012:\"check\"|}")]
    [InlineData("int Flag", "5", "\"check\"")]
    [InlineData("Risk Flag", "Huge", "{|CET7012:\"check\"|}")]
    [InlineData("Risk Flag", "Low", "\"check\"")]
    [InlineData("int Flag", "", "{|CET7012:\"check\"|}")]
    [InlineData("int? Flag", "", "\"check\"")]
    public Task The_text_of_a_mapping(string input, string text, string topic)
    {
        var mapping = $"<extensionElements><camunda:inputOutput><camunda:inputParameter name=\"flag\">{text}</camunda:inputParameter></camunda:inputOutput></extensionElements>";
        var model = Model($"<serviceTask id=\"decide\" camunda:type=\"external\" camunda:topic=\"check\">{mapping}</serviceTask>");
        var check = $$"""
            [ExternalTaskHandler({{topic}})]
            public partial class Check
            {
                public void Handle(Order input) { }

                [TaskInput] public partial record Order({{input}});
            }
            """;

        return RunAsync("int Amount", model, more: check);
    }

    private const string Check = """
        [ExternalTaskHandler("check")]
        public partial class Check
        {
            public Approval Handle() => null!;

            [TaskOutput] public partial record Approval(bool Approved);
        }
        """;

    private static Task RunAsync(string properties, string model, string more = "") => RuleTest.RunAsync(
        Handler.Replace("PROPERTIES", properties) + more + "public enum Risk { Low, High, Unknown }",
        compiles: false,
        model: model);
}
