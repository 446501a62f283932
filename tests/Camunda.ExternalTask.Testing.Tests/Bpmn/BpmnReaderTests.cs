using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Tests.Bpmn;

public sealed class BpmnReaderTests
{
    private const string Loan = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="defs" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
          <bpmn:process id="loan" name="Loan" isExecutable="true" camunda:versionTag="1.2" camunda:historyTimeToLive="30">
            <bpmn:documentation>Grants loans.</bpmn:documentation>
            <bpmn:startEvent id="start"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="score" />
            <bpmn:serviceTask id="score" name="Score" camunda:type="external" camunda:topic="score" camunda:taskPriority="${p}">
              <bpmn:documentation>Asks the agency.</bpmn:documentation>
              <bpmn:extensionElements>
                <camunda:inputOutput>
                  <camunda:inputParameter name="text"> five </camunda:inputParameter>
                  <camunda:inputParameter name="sum">${a + 1}</camunda:inputParameter>
                  <camunda:inputParameter name="none" />
                  <camunda:inputParameter name="script"><camunda:script scriptFormat="groovy">1 + 1</camunda:script></camunda:inputParameter>
                  <camunda:inputParameter name="list">
                    <camunda:list><camunda:value>a</camunda:value><camunda:value>${b}</camunda:value></camunda:list>
                  </camunda:inputParameter>
                  <camunda:inputParameter name="map">
                    <camunda:map><camunda:entry key="k">v</camunda:entry></camunda:map>
                  </camunda:inputParameter>
                  <camunda:outputParameter name="score">${raw}</camunda:outputParameter>
                </camunda:inputOutput>
                <camunda:properties><camunda:property name="endpoint" value="https://x" /></camunda:properties>
                <camunda:errorEventDefinition id="ed" errorRef="E1" expression="${raw == 0}" />
                <camunda:failedJobRetryTimeCycle>R3/PT10M</camunda:failedJobRetryTimeCycle>
              </bpmn:extensionElements>
            </bpmn:serviceTask>
            <bpmn:boundaryEvent id="noScore" attachedToRef="score">
              <bpmn:errorEventDefinition errorRef="E1" camunda:errorCodeVariable="code" camunda:errorMessageVariable="message" />
            </bpmn:boundaryEvent>
            <bpmn:exclusiveGateway id="ok" default="no" />
            <bpmn:sequenceFlow id="yes" sourceRef="ok" targetRef="end">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${score > 5}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:endEvent id="end">
              <bpmn:messageEventDefinition messageRef="M1" camunda:type="external" camunda:topic="notify" />
            </bpmn:endEvent>
            <bpmn:userTask id="ask" camunda:type="external" camunda:topic="ignored" />
          </bpmn:process>
          <bpmn:error id="E1" name="No score" errorCode="NO_SCORE" />
          <bpmn:error id="E2" name="Any" />
          <bpmn:message id="M1" name="done" />
          <bpmn:signal id="S1" name="go" />
        </bpmn:definitions>
        """;

    private static readonly BpmnModel LoanModel = BpmnReader.Read(Loan);

    [Fact]
    public void Reads_a_model_without_problems() => Assert.Empty(LoanModel.Problems);

    [Fact]
    public void Reads_the_platform() =>
        Assert.Equal(("Camunda Platform", "7.24.0"), (LoanModel.ExecutionPlatform, LoanModel.ExecutionPlatformVersion));

    [Fact]
    public void Reads_the_process()
    {
        var process = Assert.Single(LoanModel.Processes);
        Assert.Equal(("loan", "Loan", true, "1.2", "30", "Grants loans."), (process.Id, process.Name, process.IsExecutable, process.VersionTag?.Value, process.HistoryTimeToLive?.Value, process.Documentation));
    }

    [Fact]
    public void Reads_the_external_task_and_where_its_topic_stands()
    {
        var task = Node("score");
        Assert.Equal(("score", "${p}", "Asks the agency."), (task.External?.Topic?.Value, task.External?.Priority?.Value, task.Documentation));
        Assert.Equal(new BpmnPosition(8, 71), task.External?.Topic?.Position);
        Assert.Equal("R3/PT10M", task.FailedJobRetryTimeCycle?.Value);
    }

    [Fact]
    public void Reads_every_kind_of_parameter() => Assert.Equal(
        ["text:Text:five", "sum:Expression:${a + 1}", "none:Empty:", "script:Script:1 + 1", "list:List:", "map:Map:"],
        Node("score").Inputs.Select(input => $"{input.Name}:{input.Value.Kind}:{input.Value.Text}"));

    [Fact]
    public void Reads_lists_and_maps()
    {
        var inputs = Node("score").Inputs;
        Assert.Equal(["Text a", "Expression ${b}"], inputs[4].Value.Items.Select(item => $"{item.Kind} {item.Text}"));
        Assert.Equal(["k=v"], inputs[5].Value.Entries.Select(entry => $"{entry.Key}={entry.Value.Text}"));
    }

    [Fact]
    public void Places_a_text_at_its_first_character_that_is_not_a_space() => Assert.Equal(new BpmnPosition(12, 48), Node("score").Inputs[0].Value.Position);

    [Fact]
    public void Reads_task_errors_and_boundary_events()
    {
        var error = Assert.Single(Node("score").TaskErrors);
        Assert.Equal(("E1", "${raw == 0}"), (error.ErrorRef, error.Expression?.Value));
        var caught = Assert.Single(Node("noScore").EventDefinitions);
        Assert.Equal((BpmnEventKind.Error, "E1", "code", "message"), (caught.Kind, caught.Ref?.Value, caught.CodeVariable?.Value, caught.MessageVariable?.Value));
    }

    [Theory]
    [InlineData("E1", "NO_SCORE")]
    [InlineData("E2", null)]
    [InlineData("dangling", "dangling")]
    public void Resolves_error_references_as_the_engine_does(string reference, string? code) => Assert.Equal(code, LoanModel.ErrorCodeOf(reference));

    [Fact]
    public void Takes_the_topic_of_a_message_event_from_its_definition() => Assert.Equal("notify", Node("end").External?.Topic?.Value);

    [Fact]
    public void Keeps_misplaced_external_attributes_apart()
    {
        Assert.Null(Node("ask").External);
        Assert.Equal("ignored", Node("ask").MisplacedExternal?.Topic?.Value);
    }

    [Fact]
    public void Reads_conditions_and_defaults()
    {
        Assert.Equal("no", Node("ok").DefaultFlow);
        Assert.Equal("${score > 5}", LoanModel.Processes[0].Body.Flows.Single(flow => flow.Id == "yes").Condition?.Body.Value);
    }

    [Fact]
    public void Equal_files_give_equal_models()
    {
        Assert.Equal(LoanModel, BpmnReader.Read(Loan));
        Assert.Equal(LoanModel.GetHashCode(), BpmnReader.Read(Loan).GetHashCode());
        Assert.NotEqual(LoanModel, BpmnReader.Read(Loan.Replace("NO_SCORE", "OTHER")));
    }

    [Theory]
    [InlineData("http://camunda.org/schema/1.0/bpmn", "", "t")]
    [InlineData("http://operaton.org/schema/1.0/bpmn", "", "t")]
    [InlineData("http://activiti.org/bpmn", "", "t")]
    [InlineData("http://activiti.org/bpmn", "Operaton", null)]
    [InlineData("http://fluxnova.finos.org/schema/1.0/bpmn", "", "t")]
    [InlineData("http://example.org", "", null)]
    public void Knows_the_engines_namespaces(string ns, string platform, string? topic)
    {
        var model = BpmnReader.Read($"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="{ns}" xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="{platform}">
              <process id="p"><sendTask id="s" x:type="External" x:topic="t" /></process>
            </definitions>
            """);
        Assert.Equal(topic, model.AllNodes().Single().External?.Topic?.Value);
    }

    [Theory]
    [InlineData("", "from-camunda")]
    [InlineData("Operaton", "from-operaton")]
    public void Prefers_the_models_own_engine_and_reports_the_difference(string platform, string topic)
    {
        var model = BpmnReader.Read($"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="{platform}"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:operaton="http://operaton.org/schema/1.0/bpmn">
              <process id="p"><serviceTask id="s" camunda:type="external" camunda:topic="from-camunda" operaton:topic="from-operaton" /></process>
            </definitions>
            """);
        Assert.Equal(topic, model.AllNodes().Single().External?.Topic?.Value);
        Assert.Equal([BpmnProblemKind.Conflict], model.Problems.Select(problem => problem.Kind));
    }

    [Fact]
    public void A_broken_file_is_one_problem_and_keeps_what_came_before()
    {
        var model = BpmnReader.Read(Loan[..Loan.IndexOf("<bpmn:signal", StringComparison.Ordinal)]);
        Assert.Equal([BpmnProblemKind.Malformed], model.Problems.Select(problem => problem.Kind));
        Assert.Equal("loan", Assert.Single(model.Processes).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no xml")]
    [InlineData("<a/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    public void What_is_not_a_model_is_a_problem(string xml) =>
        Assert.Equal([BpmnProblemKind.Malformed], BpmnReader.Read(xml).Problems.Select(problem => problem.Kind));

    [Fact]
    public void No_prefix_of_a_file_makes_it_throw()
    {
        for (var length = 0; length < Loan.Length; length++)
        {
            Assert.NotEmpty(BpmnReader.Read(Loan[..length]).Problems);
        }
    }

    [Fact]
    public void Zeebe_models_are_reported() => Assert.Contains(
        BpmnReader.Read("""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
              <process id="p"><serviceTask id="s"><extensionElements><zeebe:taskDefinition type="t" /></extensionElements></serviceTask></process>
            </definitions>
            """).Problems,
        problem => problem.Kind == BpmnProblemKind.Zeebe);

    private static BpmnFlowNode Node(string id) => LoanModel.AllNodes().Single(node => node.Id == id);
}
