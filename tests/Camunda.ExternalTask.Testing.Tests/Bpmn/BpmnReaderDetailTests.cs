using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Tests.Bpmn;

/// <summary>What analyzers look at beside the external tasks themselves.</summary>
public sealed class BpmnReaderDetailTests
{
    private const string Content = """
        <startEvent id="start">
          <extensionElements>
            <camunda:formData>
              <camunda:formField id="amount" type="long" label="Amount" defaultValue="5">
                <camunda:validation><camunda:constraint name="required" /></camunda:validation>
              </camunda:formField>
              <camunda:formField id="kind" type="enum"><camunda:value id="a" name="A" /><camunda:value id="b" name="B" /></camunda:formField>
            </camunda:formData>
            <camunda:executionListener event="start" expression="${execution.setVariable('x', 1)}" />
          </extensionElements>
        </startEvent>
        <subProcess id="outer">
          <extensionElements><camunda:inputOutput><camunda:inputParameter name="in">1</camunda:inputParameter></camunda:inputOutput></extensionElements>
          <multiInstanceLoopCharacteristics isSequential="true" camunda:collection="items" camunda:elementVariable="item">
            <completionCondition>${done}</completionCondition>
          </multiInstanceLoopCharacteristics>
          <subProcess id="inner" triggeredByEvent="true">
            <startEvent id="onError" isInterrupting="false"><errorEventDefinition errorRef="E" /></startEvent>
            <sequenceFlow id="deep" sourceRef="onError" targetRef="deepTask" />
            <serviceTask id="deepTask" camunda:type="external" camunda:topic="deep" camunda:asyncBefore="true" />
          </subProcess>
        </subProcess>
        <callActivity id="call" calledElement="other">
          <extensionElements>
            <camunda:in variables="all" local="true" /><camunda:in businessKey="#{execution.processBusinessKey}" />
            <camunda:out source="a" target="b" /><camunda:out sourceExpression="${c}" target="d" />
          </extensionElements>
        </callActivity>
        <serviceTask id="class" camunda:class="com.acme.A" camunda:resultVariable="r" />
        <serviceTask id="both" camunda:class="com.acme.A" camunda:type="external" camunda:topic="t" />
        <serviceTask id="connector"><extensionElements><camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector></extensionElements></serviceTask>
        <businessRuleTask id="rule" camunda:decisionRef="rate" />
        <scriptTask id="script" scriptFormat="groovy" camunda:resultVariable="s"><script>1 + 1</script></scriptTask>
        <boundaryEvent id="timer" attachedToRef="outer" cancelActivity="false"><timerEventDefinition><timeDuration>PT5M</timeDuration></timerEventDefinition></boundaryEvent>
        <intermediateThrowEvent id="throw" camunda:type="external" camunda:topic="ignored"><messageEventDefinition messageRef="M" /></intermediateThrowEvent>
        """;

    private static readonly BpmnModel Model = BpmnReader.Read($"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
          <process id="p">{Content}</process>
        </definitions>
        """);

    [Fact]
    public void Has_no_problems() => Assert.Empty(Model.Problems);

    [Fact]
    public void Reads_forms()
    {
        var fields = Node("start").FormFields;
        Assert.Equal(("amount", "long", "Amount", "5", true), (fields[0].Id, fields[0].Type, fields[0].Label, fields[0].DefaultValue, fields[0].IsRequired));
        Assert.Equal(["a", "b"], fields[1].EnumValues);
        Assert.False(fields[1].IsRequired);
    }

    [Fact]
    public void Reads_listeners()
    {
        var listener = Assert.Single(Node("start").Listeners);
        Assert.Equal(
            ("start", BpmnImplementationKind.Expression, "${execution.setVariable('x', 1)}"),
            (listener.Event, listener.Implementation!.Kind, listener.Implementation.Body.Value));
    }

    [Fact]
    public void Nests_subprocesses()
    {
        var inner = Assert.Single(Node("outer").Body!.Nodes);
        Assert.True(inner.TriggeredByEvent);
        Assert.Equal(["onError", "deepTask"], inner.Body!.Nodes.Select(node => node.Id));
        Assert.Equal("deep", Assert.Single(inner.Body.Flows).Id);
        Assert.False(Node("onError").Interrupting);
        Assert.True(Node("deepTask").AsyncBefore);
        Assert.Equal("in", Assert.Single(Node("outer").Inputs).Name);
    }

    [Fact]
    public void Reads_multi_instance()
    {
        var loop = Node("outer").MultiInstance!;
        Assert.Equal((true, "items", "item", "${done}"), (loop.IsSequential, loop.Collection?.Value, loop.ElementVariable?.Value, loop.CompletionCondition?.Value));
    }

    [Fact]
    public void Reads_what_crosses_a_call()
    {
        var call = Node("call").Call!;
        Assert.Equal("other", call.CalledElement?.Value);
        Assert.True(call.In[0] is { All: true, Local: true });
        Assert.Equal("#{execution.processBusinessKey}", call.In[1].BusinessKey?.Value);
        Assert.Equal(("a", "b", "${c}", "d"), (call.Out[0].Source, call.Out[0].Target, call.Out[1].SourceExpression?.Value, call.Out[1].Target));
    }

    [Theory]
    [InlineData("class", "Class", "com.acme.A")]
    [InlineData("both", "Class", "com.acme.A")]
    [InlineData("connector", "Connector", "http")]
    [InlineData("rule", "Decision", "rate")]
    [InlineData("script", "Script", "1 + 1")]
    public void Reads_who_performs_a_task(string id, string kind, string body) =>
        Assert.Equal((kind, body), (Node(id).Implementation!.Kind.ToString(), Node(id).Implementation!.Body.Value));

    [Fact]
    public void External_wins_over_a_class() => Assert.Equal("t", Node("both").External?.Topic?.Value);

    [Fact]
    public void Reads_timers()
    {
        var timer = Assert.Single(Node("timer").EventDefinitions);
        Assert.Equal((BpmnEventKind.Timer, "timeDuration", "PT5M"), (timer.Kind, timer.BodyElement, timer.Body?.Value));
        Assert.Equal(("outer", false), (Node("timer").AttachedToRef, Node("timer").Interrupting));
    }

    [Fact]
    public void External_attributes_on_the_event_itself_are_misplaced()
    {
        Assert.Null(Node("throw").External);
        Assert.Equal("ignored", Node("throw").MisplacedExternal?.Topic?.Value);
    }

    [Fact]
    public void Missing_and_double_ids_are_problems_and_the_rest_is_read()
    {
        var model = BpmnReader.Read("""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
              <process id="p"><task /><task id="a" /><task id="a" /><unknown id="u"><task id="hidden" /></unknown></process>
            </definitions>
            """);
        Assert.Equal([BpmnProblemKind.MissingId, BpmnProblemKind.DuplicateId], model.Problems.Select(problem => problem.Kind));
        Assert.Equal(["a", "a"], model.AllNodes().Select(node => node.Id));
        Assert.Equal(new BpmnPosition(2, 48), model.Problems[1].Position);
    }

    private static BpmnFlowNode Node(string id) => Model.AllNodes().Single(node => node.Id == id);
}
