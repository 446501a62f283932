using System.Net;

namespace Camunda.ExternalTask.Testing.Tests.Engine;

public sealed class InterpreterTests : IDisposable
{
    private readonly InMemoryEngine _engine = new();
    private readonly TestWorker _worker;

    public InterpreterTests() => _worker = new(_engine);

    public void Dispose()
    {
        _worker.Dispose();
        _engine.Dispose();
    }

    public static TheoryData<string, string> Unsupported { get; } = new()
    {
        { "<complexGateway id=\"x\" />", "element 'complexGateway'" },
        { "<adHocSubProcess id=\"x\" />", "element 'adHocSubProcess'" },
        { "<intermediateCatchEvent id=\"x\"><timerEventDefinition /></intermediateCatchEvent>", "element 'intermediateCatchEvent' with a timer event definition without a time or condition" },
    };

    [Theory, MemberData(nameof(Unsupported))]
    public void What_it_would_execute_wrongly_is_refused_by_name(string element, string name)
    {
        var error = Assert.Throws<EngineRequestException>(() => _engine.Deploy(Models.Process("p", $"<startEvent id=\"start\" />\n{element}")));
        Assert.Contains($"{name} (id 'x', line 5) is not supported by the engine in memory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_step_leaves_everything_as_it_was()
    {
        _engine.Deploy(Models.Process("p", """
            <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="a" />
            <serviceTask id="a" camunda:type="external" camunda:topic="a" />
            <sequenceFlow id="f2" sourceRef="a" targetRef="fork" /><parallelGateway id="fork" />
            <sequenceFlow id="f3" sourceRef="fork" targetRef="b" /><serviceTask id="b" camunda:type="external" camunda:topic="b" />
            <sequenceFlow id="f4" sourceRef="fork" targetRef="g" /><exclusiveGateway id="g" />
            <sequenceFlow id="f5" sourceRef="g" targetRef="join"><conditionExpression>${ok}</conditionExpression></sequenceFlow>
            <sequenceFlow id="f6" sourceRef="b" targetRef="join" /><parallelGateway id="join" />
            <sequenceFlow id="f7" sourceRef="join" targetRef="end" /><endEvent id="end" />
            """));
        var instance = _engine.Start("p", new Dictionary<string, object?> { ["n"] = 1 });
        var task = await _worker.FetchOneAsync("a");
        var before = (_engine.ExternalTasks, _engine.Activities(instance).Count);

        Assert.Equal(HttpStatusCode.InternalServerError, await _worker.CompleteAsync(task, new { n = new { value = 2 } }));
        Assert.Equal(before.ExternalTasks, _engine.ExternalTasks);
        Assert.Equal(before.Count, _engine.Activities(instance).Count);
        Assert.Equal(1, _engine.Variables(instance)["n"].Value);

        await _worker.CompleteAsync(task, new { ok = new { value = true } });
        await _worker.CompleteAsync(await _worker.FetchOneAsync("b"), new { });
        Assert.Equal(["end"], _engine.EndEvents(instance));
        Assert.Equal("COMPLETED", _engine.FindInstance(instance)?.State);
    }

    [Fact]
    public void A_loop_without_a_wait_state_is_an_error()
    {
        _engine.Deploy(Models.Process("p", """
            <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="g" />
            <exclusiveGateway id="g" /><sequenceFlow id="f2" sourceRef="g" targetRef="g2" /><exclusiveGateway id="g2" /><sequenceFlow id="f3" sourceRef="g2" targetRef="g" />
            """));
        Assert.Equal(HttpStatusCode.InternalServerError, Assert.Throws<EngineRequestException>(() => _engine.Start("p")).Status);
        Assert.Empty(_engine.RunningInstances);
    }

    [Fact]
    public async Task A_loop_through_a_task_goes_round()
    {
        _engine.Deploy(Models.Process("p", """
            <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="t" />
            <serviceTask id="t" camunda:type="external" camunda:topic="t" /><sequenceFlow id="f2" sourceRef="t" targetRef="g" />
            <exclusiveGateway id="g" default="f4" />
            <sequenceFlow id="f3" sourceRef="g" targetRef="end"><conditionExpression>${n >= 3}</conditionExpression></sequenceFlow>
            <sequenceFlow id="f4" sourceRef="g" targetRef="t" /><endEvent id="end" />
            """));
        var instance = _engine.Start("p");
        for (var n = 1; n <= 3; n++)
        {
            await _worker.CompleteAsync(await _worker.FetchOneAsync("t"), new { n = new { value = n } });
        }

        Assert.Equal(["end"], _engine.EndEvents(instance));
    }

    [Fact]
    public void An_expression_sets_the_result_variable()
    {
        _engine.Deploy(Models.Process("p", """
            <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="t" />
            <serviceTask id="t" camunda:expression="${n + 1}" camunda:resultVariable="next" /><sequenceFlow id="f2" sourceRef="t" targetRef="end" /><endEvent id="end" />
            """));
        var instance = _engine.Start("p", new Dictionary<string, object?> { ["n"] = 1 });
        Assert.Equal(new EngineVariable("Long", 2L), _engine.Variables(instance)["next"]);
    }

    [Fact]
    public async Task Lists_and_maps_arrive_as_opaque_java_objects()
    {
        _engine.Deploy(Models.OneTask("p", Models.InputOutput("""
            <camunda:inputParameter name="list"><camunda:list><camunda:value>a</camunda:value></camunda:list></camunda:inputParameter>
            <camunda:inputParameter name="map"><camunda:map><camunda:entry key="k">v</camunda:entry></camunda:map></camunda:inputParameter>
            """)));
        _engine.Start("p");
        var variables = (await _worker.FetchOneAsync("p")).GetProperty("variables");
        Assert.Equal("java.util.ArrayList", variables.GetProperty("list").GetProperty("valueInfo").GetProperty("objectTypeName").GetString());
        Assert.Equal("java.util.TreeMap", variables.GetProperty("map").GetProperty("valueInfo").GetProperty("objectTypeName").GetString());
        Assert.StartsWith("rO0AB", variables.GetProperty("map").GetProperty("value").GetString(), StringComparison.Ordinal);
    }
}
