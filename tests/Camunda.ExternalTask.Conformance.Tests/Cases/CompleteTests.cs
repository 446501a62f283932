using System.Text.Json;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Completions: scopes of variables, refusals, and what the next steps do to them.</summary>
public sealed class CompleteTests
{
    [Theory(DisplayName = "complete: variables and localVariables"), Engines]
    public async Task Variables(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var instance = await TwoStepsAsync(session, Bpmn.Mapping("""<camunda:outputParameter name="mapped">${localOut}</camunda:outputParameter>"""));
        var task = await session.FetchOneAsync("one~");
        (await CompleteAsync(session, task, """{"workerId":"w","variables":{"p":{"value":1}},"localVariables":{"localOut":{"value":"o"}}}""")).IsNoContent();
        (await session.GetAsync($"process-instance/{instance}/variables")).Is(
            200,
            """{"p":{"type":"Integer","value":1,"valueInfo":{}},"mapped":{"type":"String","value":"o","valueInfo":{}}}""");
    }

    [Theory(DisplayName = "complete: an output named like an input parameter is lost"), Engines]
    public async Task Shadowed(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var instance = await TwoStepsAsync(session, Bpmn.Mapping("""<camunda:inputParameter name="in">x</camunda:inputParameter>"""));
        var task = await session.FetchOneAsync("one~");
        (await CompleteAsync(session, task, """{"workerId":"w","variables":{"in":{"value":"lost"},"out":{"value":"kept"}}}""")).IsNoContent();
        (await session.GetAsync($"process-instance/{instance}/variables")).Is(200, """{"out":{"type":"String","value":"kept","valueInfo":{}}}""");
    }

    [Theory(DisplayName = "complete: an output goes to the subprocess that has its name, else to the instance"), Engines]
    public async Task Subprocess_scope(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.Process("one~", $"""
            {Bpmn.Start}{Bpmn.Flow("s", "sub")}
            <subProcess id="sub">{Bpmn.Mapping("""<camunda:inputParameter name="in">x</camunda:inputParameter><camunda:outputParameter name="result">${in}</camunda:outputParameter>""")}
              <startEvent id="s2" />{Bpmn.Flow("s2", "t")}{Bpmn.Task("t", "one~")}{Bpmn.Flow("t", "e2")}<endEvent id="e2" />
            </subProcess>
            {Bpmn.Flow("sub", "u")}{Bpmn.Task("u", "two~")}{Bpmn.Flow("u", "e")}{Bpmn.End}
            """));
        var instance = await session.StartAsync("one~");
        var task = await session.FetchOneAsync("one~");
        (await CompleteAsync(session, task, """{"workerId":"w","variables":{"in":{"value":"inner"},"out":{"value":1}}}""")).IsNoContent();
        (await session.GetAsync($"process-instance/{instance}/variables")).Is(
            200,
            """{"out":{"type":"Integer","value":1,"valueInfo":{}},"result":{"type":"String","value":"inner","valueInfo":{}}}""");
    }

    [Theory(DisplayName = "complete: transient variables reach the next condition and are gone then"), Engines]
    public async Task Transient(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.Process("one~", $$"""
            {{Bpmn.Start}}{{Bpmn.Flow("s", "t")}}{{Bpmn.Task("t", "one~")}}{{Bpmn.Flow("t", "g")}}<exclusiveGateway id="g" default="g_e_1" />
            {{Bpmn.Flow("g", "e")}}{{Bpmn.Flow("g", "u", "${ok}")}}{{Bpmn.Task("u", "two~")}}{{Bpmn.Flow("u", "e")}}{{Bpmn.End}}
            """));
        await session.StartAsync("one~");
        var task = await session.FetchOneAsync("one~");
        (await CompleteAsync(session, task, """{"workerId":"w","variables":{"ok":{"value":true,"type":"Boolean","valueInfo":{"transient":true}}}}""")).IsNoContent();
        Assert.Equal("{}", (await session.FetchOneAsync("two~")).GetProperty("variables").GetRawText());
    }

    [Theory(DisplayName = "complete rejected"), Engines]
    public async Task Refused(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await CompleteAsync(session, task, """{"workerId":"other"}""")).IsError(
            400,
            "RestException",
            $"External Task {task.GetProperty("id")} cannot be completed by worker 'other'. It is locked by worker 'w'.",
            0);
        (await CompleteAsync(session, task, "{}")).IsError(500, "NullValueException", "workerId is null", 0);
        (await CompleteAsync(session, task, """{"workerId":"w","variables":{"good":{"value":1},"bad":{"value":"x","type":"Integer"}}}""")).IsError(
            400,
            "InvalidRequestException",
            "Cannot convert value 'x' of type 'Integer' to java type java.lang.Integer",
            null);
        (await session.GetAsync($"process-instance/{task.GetProperty("processInstanceId")}/variables")).Is(200, "{}");
        (await CompleteAsync(session, task, """{"workerId":"w","variables":null,"localVariables":null}""")).IsNoContent();
        (await CompleteAsync(session, task, """{"workerId":"w"}""")).IsError(
            404,
            "RestException",
            $"External task with id {task.GetProperty("id")} does not exist",
            0);
        (await session.PostAsync("external-task/nope/complete", """{"workerId":"w"}""")).IsError(
            404,
            "RestException",
            "External task with id nope does not exist",
            0);
    }

    [Theory(DisplayName = "complete rejected: the step after it throws"), Engines]
    public async Task Rollback(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.Process("one~", $$"""
            {{Bpmn.Start}}{{Bpmn.Flow("s", "t")}}{{Bpmn.Task("t", "one~")}}{{Bpmn.Flow("t", "x")}}
            <serviceTask id="x" camunda:expression="${missing.call()}" />{{Bpmn.Flow("x", "e")}}{{Bpmn.End}}
            """));
        var instance = await session.StartAsync("one~");
        var task = await session.FetchOneAsync("one~");
        (await CompleteAsync(session, task, """{"workerId":"w","variables":{"p":{"value":1}}}""")).IsError(
            500,
            "ProcessEngineException",
            "Unknown property used in expression: ${missing.call()}. Cause: Cannot resolve identifier 'missing'",
            0);
        (await session.GetAsync($"process-instance/{instance}/variables")).Is(200, "{}");
        Assert.Equal("w", (await session.GetAsync($"external-task/{task.GetProperty("id")}")).Json.GetProperty("workerId").GetString());
        (await session.GetAsync("external-task/count?topicName=one~&locked=true")).Is(200, """{"count":1}""");
        (await session.PostAsync($"external-task/{task.GetProperty("id")}/failure", """{"workerId":"w","retries":1}""")).IsNoContent();
    }

    [Theory(DisplayName = "complete rejected: an output mapping reads what is not there"), Engines]
    public async Task Missing_output(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync(extensions: Bpmn.Mapping("""<camunda:outputParameter name="mapped">${absent}</camunda:outputParameter>"""));
        (await CompleteAsync(session, task, """{"workerId":"w"}""")).IsError(
            500,
            "ProcessEngineException",
            "Unknown property used in expression: ${absent}. Cause: Cannot resolve identifier 'absent'",
            0);
        (await session.DeleteAsync($"process-instance/{task.GetProperty("processInstanceId")}")).Is(500);
        (await session.DeleteAsync($"process-instance/{task.GetProperty("processInstanceId")}?skipIoMappings=true")).IsNoContent();
    }

    [Theory(DisplayName = "complete: a parallel join waits for all"), Engines]
    public async Task Join(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.Process("two~", $"""
            {Bpmn.Start}{Bpmn.Flow("s", "g")}<parallelGateway id="g" />{Bpmn.Flow("g", "a")}{Bpmn.Flow("g", "b")}
            {Bpmn.Task("a", "one~")}{Bpmn.Flow("a", "j")}{Bpmn.Task("b", "one~")}{Bpmn.Flow("b", "j")}
            <parallelGateway id="j" />{Bpmn.Flow("j", "c")}{Bpmn.Task("c", "two~")}{Bpmn.Flow("c", "e")}{Bpmn.End}
            """));
        var instance = await session.StartAsync("two~");
        var tasks = (await session.FetchAsync("one~")).Json;
        (await CompleteAsync(session, tasks[0], """{"workerId":"w"}""")).IsNoContent();
        (await session.FetchAsync("two~")).Is(200, "[]");
        (await CompleteAsync(session, tasks[1], """{"workerId":"w"}""")).IsNoContent();
        (await CompleteAsync(session, await session.FetchOneAsync("two~"), """{"workerId":"w"}""")).IsNoContent();
        Assert.Equal("COMPLETED", (await session.GetAsync($"history/process-instance/{instance}")).Json.GetProperty("state").GetString());
    }

    private static Task<Answer> CompleteAsync(EngineSession session, JsonElement task, string body) =>
        session.PostAsync($"external-task/{task.GetProperty("id")}/complete", body);

    private static async Task<string> TwoStepsAsync(EngineSession session, string extensions)
    {
        await session.DeployAsync(Bpmn.Process(
            "one~",
            $"{Bpmn.Start}{Bpmn.Flow("s", "t")}{Bpmn.Task("t", "one~", extensions)}{Bpmn.Flow("t", "u")}{Bpmn.Task("u", "two~")}{Bpmn.Flow("u", "e")}{Bpmn.End}"));
        return await session.StartAsync("one~");
    }
}
